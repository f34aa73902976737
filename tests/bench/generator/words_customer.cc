#include "words.h"

namespace threadlint::bench {
namespace {

using enum Move;
constexpr Language kEn = Language::kEnglish;

constexpr MoveText kRows[] = {
    {kSubject, kEn, "(Problem|Trouble|Issue) with my {product} (order {order})"},
    {kSubject, kEn, "{order}: {product} (not as ordered|not working|still missing)"},
    {kSubject, kEn, "(Complaint|Question|Query) about {product}, {order}"},
    {kSubject, kEn, "{product} (does not work|has failed again|never arrived)"},
    {kSubject, kEn, "(Help needed|Please help|Urgent): {product}"},
    {kSubject, kEn, "(My|Our) {product} since {day}"},
    {kSubject, kEn, "(Refund|Replacement|Credit) for order {order}"},
    {kProblem, kEn,
     "my {product} (came|arrived|was delivered) on {day} and (there is something wrong with "
     "it|it does not do what your page says|one side of it is damaged) (order {order}, {amount})."},
    {kProblem, kEn,
     "I am writing (about|because of) the {product} that I (bought|ordered|booked) from you for "
     "{amount}. My order number is {order}. (It stopped working|It has never worked properly|It "
     "has "
     "been trouble from the first day)."},
    {kProblem, kEn,
     "on {day} I (ordered|bought|took out) the {product} with you (order number {order}). Since "
     "then (nothing has gone right|I have had one fault after the other|I have been waiting)."},
    {kProblem, kEn,
     "the {product} of order {order} has a (fault|defect|problem): it (goes off|stops|hangs) after "
     "(a few|ten|twenty) minutes, and then nothing helps until the next morning."},
    {kProblem, kEn,
     "I have been charged {amount} for the {product} under {order}, which is (not what we "
     "agreed|more than your page said|twice what I had expected)."},
    {kProblem, kEn,
     "our {product} (failed|gave up|broke down) on {weekday}. The order is {order}, paid by card, "
     "{amount}."},
    {kStory, kEn,
     "I (tried|have tried) (everything in the manual|what stands on your help pages|the usual "
     "things) (twice|three times|again and again), and (my neighbour|a friend|my brother) who "
     "knows "
     "about such things could not (mend|explain) it either."},
    {kStory, kEn,
     "It (worked|was fine) for (two|three|four|five) (days|weeks|months). Then, on {weekday} "
     "(morning|evening|night), there was a (click|smell|noise|flash), and that was that."},
    {kStory, kEn,
     "(We have|I have) a (small child|family of five|shop to run|father of 88 in the house), so "
     "(we|I) cannot (wait|do without it) for (weeks|very long)."},
    {kStory, kEn,
     "The (driver|courier|technician) (left|put) it (with the neighbours|behind the bins|in the "
     "rain), and the (box|packing|outer carton) was (open|wet|torn) when I (found|got) it."},
    {kStory, kEn,
     "(In the meantime|Meanwhile) I had to (buy|borrow|rent) (another one|a replacement) in "
     "{town}, which (cost me a day|was not cheap|I had not planned for)."},
    {kStory, kEn,
     "When I (looked|checked) at {hour} this (morning|afternoon), the (light|display|status page) "
     "(was red|showed an error|said that all is well), although (nothing|hardly anything) worked."},
    {kStory, kEn,
     "I have (been a customer|bought from you) for (six|eight|ten|twelve|fifteen) years and (never "
     "had|cannot remember) anything like it."},
    {kStory, kEn,
     "The (leaflet|page|confirmation) (says|promised) one thing, and what (I see|came|I got) is "
     "quite another; the (colour|size|speed|date) is (wrong|not what I chose)."},
    {kStory, kEn,
     "(Your colleague in the shop|The person at the counter|Somebody on your hotline) (told "
     "me|said) "
     "that (this happens|it is known|others have it too), but that is (little|no) comfort."},
    {kStory, kEn,
     "We had (guests|a party|visitors) on {weekday}, and of all days it had to (fail|happen) then; "
     "I spent (two|three) hours on the floor with a torch (and a screwdriver|and the manual|)."},
    {kStory, kEn,
     "There are (two|three|four) of them in (our street|this building), all from the same (batch|"
     "week), and (mine|ours) is the only one that does (this|it)."},
    {kStory, kEn,
     "I kept the (box|packing|label|envelope) (in case|as your conditions ask), it stands in the "
     "(hall|garage|cellar) and (everybody falls over it|takes up a lot of room)."},
    {kStory, kEn,
     "To be (fair|honest), the (first|earlier) one (lasted|served us) (eight|nine|eleven) years, "
     "which is why I (chose|came back to) you at all."},
    {kStory, kEn,
     "(My wife|My husband|My flatmate|My son) (uses|used) it (every day|at weekends|for work), and "
     "(now asks me|has begun to ask) (each|every) (morning|evening) when it (comes back|is "
     "mended)."},
    {kStory, kEn,
     "I (wrote down|noted) what it did: on {weekday} (three|four|five) (times|stops), "
     "(each|always) "
     "after (some|about ten|exactly nine) minutes, (once|twice) with a (beep|short flicker)."},
    {kStory, kEn,
     "The (first|previous) one came in a (blue|plain|white) box and (weighed|felt) (more|less); "
     "this "
     "one (rattles|smells|looks used), and the (screws|seals|feet) are (scratched|loose|missing)."},
    {kStory, kEn,
     "(At work|In our office) we have (two|three|several) of yours, (bought|ordered) (last "
     "year|in spring), and (they run|none of them fails) like that; (so I know|it shows me) how it "
     "(should|ought to) (be|sound|look)."},
    {kRequest, kEn, "Please (let me know|tell me) how we (can|could) (solve|settle) this."},
    {kRequest, kEn, "I would (like|prefer) (a replacement|my money back|a new one), please."},
    {kRequest, kEn, "(Can|Could) you (send|give) me (a new one|a replacement|another one)?"},
    {kRequest, kEn, "I (hope|trust) that you (will look into|can sort out) this (soon|quickly)."},
    {kRequest, kEn, "What do you (suggest|propose|intend to do)?"},
    {kGivePhoto, kEn, "I attach (two|three|some) photos of the damage."},
    {kGivePhoto, kEn, "Photos of the (damage|problem|fault) are attached."},
    {kGivePhoto, kEn, "(Here are|Please find attached) the photos (of the damage|that show it|)."},
    {kGiveSerial, kEn, "The serial number is {serial}."},
    {kGiveSerial, kEn, "Serial number: {serial}. It (stands|is) on the (back|bottom|label)."},
    {kGiveAddress, kEn, "My address is {street}, {town}."},
    {kGiveAddress, kEn, "(Please use|We live at) {street}, {town}, phone {phone}."},
    {kGiveReceipt, kEn, "I attach (the|a copy of the) receipt."},
    {kGiveReceipt, kEn, "The receipt is attached, it (says|shows) {amount} (and the day|)."},
    {kChase, kEn, "(Is there|Do you have) any news (of|on) my case?"},
    {kChase, kEn,
     "I (have heard|heard) nothing for (some|five|six|eight) days. What is the state?"},
    {kChase, kEn, "(How|Where) do we stand (with|on) order {order}?"},
    {kChase, kEn, "(Just|I am) (checking|following up) on my mail of {past}."},
    {kQuestion, kEn, "And (do I|must I) keep the (old box|packing|accessories) (for that|)?"},
    {kQuestion, kEn,
     "Is there a (lift|ramp|parking space) at your (depot|counter|shop) in {town}?"},
    {kQuestion, kEn, "Who pays for the (postage|return|installation)?"},
    {kQuestion, kEn, "Will the (new one|replacement) have the same (guarantee|colour|settings)?"},
    {kQuestion, kEn, "Can I (choose|change) the (day|time|address) (later|)?"},
    {kQuestionAgain, kEn,
     "You have not answered my question: who pays for the (postage|return|installation)?"},
    {kThanks, kEn,
     "(Thank you|Thanks|Many thanks) for (your answer|the quick reply|getting back to me)."},
    {kThanks, kEn, "That (sounds good|is fine with me|helps a lot), thank you."},
    {kThanks, kEn, "(Good|Fine|All right), I (will wait|shall see to it|look forward to it)."},
    {kMissed, kEn, "{due} has passed, and nothing has (arrived|come|happened)."},
    {kMissed, kEn, "You promised it by {due}. It is (now|already) {today}, and nothing has come."},
    {kGaveBefore, kEn, "I have (already sent|sent you) that, (in|with) my mail of {mine}."},
    {kGaveBefore, kEn, "You (have|had) this (already|before): it stands in my mail of {mine}."},
    {kObject, kEn,
     "(This is not|That is not) what you told me (before|on {past}); (which of the two holds|what "
     "is true now)?"},
    {kObject, kEn, "Your colleague wrote the opposite on {past}. (Please|Could you) explain."},
    {kSolved, kEn, "It (works|has arrived|is all right) now. Thank you (for your help|very much)."},
    {kSolved, kEn, "(All is well|Everything is fine) now, (thank you|many thanks), {agent}."},
};

}  // namespace

std::span<const MoveText> CustomerTexts() { return kRows; }

}  // namespace threadlint::bench
