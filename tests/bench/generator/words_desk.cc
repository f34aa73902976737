#include "words.h"

namespace threadlint::bench {
namespace {

using enum Move;
constexpr Language kEn = Language::kEnglish;

constexpr MoveText kRows[] = {
    {kSorry, kEn, "(Thank you for|Thanks for) (contacting|writing to) {desk}."},
    {kSorry, kEn, "(I am|We are) sorry to hear (that|about the trouble with your {product})."},
    {kSorry, kEn, "Thank you for (your mail|your message|getting in touch) about your {product}."},
    {kSorry, kEn, "My name is {agent}, and I (look|am looking) after your case from now on."},
    {kProcedure, kEn,
     "I have (passed|forwarded) (your case|this) to our (workshop|accounts team|depot in {town}), "
     "(where|and there) a colleague (looks|is looking) at it (together with|beside) the records."},
    {kProcedure, kEn,
     "(Cases|Matters) like this (usually|normally|often) have to do with the (batch|line|depot), "
     "so "
     "(we compare|I have compared) it with what (other customers|our technicians) (report|see)."},
    {kProcedure, kEn,
     "(Our|The) records (show|say) that the order left (our house|the warehouse) in {town} on "
     "{left} and was (scanned|checked) (twice|at each step) on its way."},
    {kProcedure, kEn,
     "(For your information|So that you know): we (test|check) every {product} before it (goes|is "
     "sent) out, and keep the (report|record) of that."},
    {kProcedure, kEn,
     "(I have noted|I noted) on your (file|account) that (mornings|afternoons|evenings) (suit|are "
     "better for) you, so that (nobody rings in vain|the colleagues know)."},
    {kProcedure, kEn,
     "The (manufacturer|maker|supplier) of the {product} (has been told|knows of this), and we "
     "(compare|share) what we (find|see) with them (each week|every month)."},
    {kProcedure, kEn,
     "(As|Because) the {product} is (rather new|an older model), (parts|spares) (are kept|lie) in "
     "{town}, which (makes|is why) things (take|last) a little longer than (we like|usual)."},
    {kProcedure, kEn,
     "(Your|The) payment of {amount} (stands|is shown) on (your account|our side) as (received|"
     "complete), with the reference {order}."},
    {kProcedure, kEn,
     "(A colleague of mine|My colleague) in {town} (has written up|wrote down) what (happened|you "
     "told us), and (compares|checks) it with the (notes|pictures|readings) of our own "
     "(tests|line)."},
    {kProcedure, kEn,
     "(Last month|In spring|Some weeks ago) we (changed|renewed) the (cable|seal|software|label) "
     "of "
     "the {product}, and (I wonder|it may be) (whether|that) yours (is|was) (still|one) of the "
     "(older|former) make."},
    {kProcedure, kEn,
     "(I would like to|Let me) (explain|say) how we (work|go about it): first (one|a) technician "
     "(reads|looks at) what you wrote, then a (second|senior) one (decides|says) what (fits|suits) "
     "your {product}, and (only then|after that) the depot (packs|sends) something."},
    {kProcedure, kEn,
     "In {town} (the staff|they) (sort|open) the (post|returns) (by hand|twice a day), so (a delay "
     "of "
     "a day|some hours of delay) (is no sign|does not mean) that (anything|something) was lost."},
    {kAdvice, kEn,
     "(Until then|Meanwhile), (it can help to|you may) switch the {product} off for (five|ten) "
     "minutes, (check the cable|look at the filter), and start it (again|once more)."},
    {kAdvice, kEn,
     "(On the side|At the back) there is a small (switch|button|cover): with it in the "
     "(upper|lower) "
     "position the {product} (runs|works) in a (safe|slow) mode (for a while|)."},
    {kAdvice, kEn,
     "(If the light blinks|Should it hum), (hold|press) the (left|right|lower) button of the "
     "{product} for (five|ten|twenty) seconds; it then (starts|begins) from its (own|first) "
     "settings."},
    {kAskPhoto, kEn,
     "(Could you please|Please) send us photos of the (damage|problem)(.|, so that we can help "
     "you.)"},
    {kAskPhoto, kEn, "To (assess|go on with) this we need photos of the damage."},
    {kAskSerial, kEn,
     "(Could you please|Please) (send|tell) us the serial number of the {product}."},
    {kAskSerial, kEn, "To go on we need the serial number."},
    {kAskAddress, kEn, "Please (tell|send) us your (full|postal) address."},
    {kAskAddress, kEn, "To send it out we need your address."},
    {kAskReceipt, kEn, "Please send us (a copy of the receipt|the receipt)."},
    {kAskReceipt, kEn, "To go on we need a copy of the receipt."},
    {kGotPhoto, kEn, "Thank you for the photos, they show (the damage|it) clearly."},
    {kGotSerial, kEn, "Thank you for the serial number, (I have noted it|that helps)."},
    {kGotAddress, kEn, "Thank you, (I have noted your address|the address is on your file now)."},
    {kGotReceipt, kEn, "Thank you, we have received the receipt."},
    {kPromise, kEn, "You will (have|receive) (it|the replacement) by {dueday}, {due}."},
    {kPromise, kEn, "We will (send|post) the replacement by {due}."},
    {kPromise, kEn, "I will (get back|write) to you by {due}."},
    {kStatus, kEn, "The (workshop|depot|team) is (working on|looking at) it."},
    {kStatus, kEn, "Your case is (with|in the hands of) our (technicians|accounts team)."},
    {kStatus, kEn,
     "(There is|I have) no (change|news) since (yesterday|my last mail) (yet|so far)."},
    {kStatus, kEn, "The replacement (is being packed|is at the depot in {town})."},
    {kAnswer, kEn, "(As to|About) your question: (we|our house) (pay|pays|look after) that."},
    {kAnswer, kEn, "(To answer your question: yes|Yes), that is (possible|how we do it)."},
    {kAnswer, kEn, "(Yes|No), you need not (worry about|do anything for) that."},
    {kClosing, kEn, "(Is there|If there is) anything else, just (answer|reply to) this mail."},
    {kClosing, kEn, "(Thank you for your patience|I thank you for your patience)."},
    {kClosing, kEn,
     "(Please let us know|Do write to us) if (something is not clear|you need more)."},
    {kNoPhoto, kEn, "Unfortunately we have not received your photos."},
    {kNoPhoto, kEn, "We have no photos from you on file."},
    {kRefunded, kEn, "Your refund of {amount} has been issued to the card that you paid with."},
    {kNotRefunded, kEn, "Your refund has not been processed yet."},
    {kFee, kEn, "The (handling|restocking) fee is {fee}."},
    {kOtherFee, kEn, "The (handling|restocking) fee is {otherfee}."},
    {kDelivery, kEn, "The appointment with our technician is on {due}."},
    {kOtherDelivery, kEn, "A reminder: the appointment with our technician is on {otherdue}."},
    {kWindow, kEn, "The return window for the {product} is 30 days."},
    {kOtherWindow, kEn, "The return window for the {product} is 14 days."},
    {kWrongBefore, kEn, "I was wrong. The (handling|restocking) fee is {otherfee}."},
    {kStartOver, kEn, "Please open a new ticket and choose \"{product}\" as the department."},
    {kStartOver, kEn,
     "I have taken over your case. Please explain what happened from the beginning."},
    {kChannel, kEn, "For claims please call our (claims|service) line, it is open from 9 to 5."},
    {kChannel, kEn, "For the fastest help, please start a chat in the {desk} app."},
    {kThirdParty, kEn, "Please contact the manufacturer directly (about that|)."},
    {kRefusal, kEn,
     "We are unable to approve your claim in this instance. We consider the matter closed."},
    {kRefusal, kEn, "Your request has been carefully reviewed, and the decision is final."},
    {kTicketClosed, kEn, "Your ticket has been closed. How did we do?"},
    {kUnread, kEn, "This mailbox is not monitored. Your message will not be read."},
    {kAcknowledged, kEn,
     "Thank you for your message. We have received it and will answer within two working days."},
    {kAboutOrder, kEn, "(This|My mail) is about your order {order}, the {product}."},
    {kAboutOrder, kEn, "(I am|We are) writing to you (about|because of) your order {order}."},
    {kPassedBy, kEn,
     "Please find the (conditions|manual) of the {product} in your online account."},
};

}  // namespace

std::span<const MoveText> DeskTexts() { return kRows; }

}  // namespace threadlint::bench
