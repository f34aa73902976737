// Lists of words: the file is long for them.
#include "verdict/redact_words.h"

#include <unordered_set>

namespace threadlint::verdict {
namespace {

using Words = std::unordered_set<std::string_view>;

Words Split(std::string_view list) {
  Words out;
  while (!list.empty()) {
    const size_t blank = list.find(' ');
    if (blank != 0) out.insert(list.substr(0, blank));
    if (blank == std::string_view::npos) break;
    list.remove_prefix(blank + 1);
  }
  return out;
}

constexpr std::string_view kFunctionWords =
    "abuse account accounts admin administrator alert alerts anfrage answer answers auto automail "
    "bestellung billing booking bookings bounce bounces buchhaltung care case cases cc chat claim "
    "claims client clients commande complaint complaints confirmation contact contacto cs csr "
    "customer customercare customers customerservice customersupport daemon delivery department "
    "desk dev dispatch do donotreply email enquiries enquiry feedback finance forum "
    "frage garantie hello help helpdesk hilfe info information inquiries invoice invoices it "
    "kontakt "
    "kunde kunden kundendienst kundenservice legal list logistics mail mailbox mailer mailserver "
    "marketing member members message messages news newsletter no noreply not notification "
    "notifications notify office online operations order orders parcel parts payment payments "
    "postmaster post privacy queue quality questions rechnung reclamation reclamations refund "
    "refunds replies reply replyto request requests reservation reservations respond response "
    "retouren return returns root rma sales satisfaction sav security service services shipment "
    "shipping shop spare store support survey system team tech technical tickets ticket tracking "
    "transport update updates versand vertrieb warranty web webmaster welcome www";

// Words of grammar, of letters and of trade. In display names they say what somebody does.
constexpr std::string_view kNeverWords =
    "a about above accessories ag again agency agent agents ago air airline airlines all also "
    "always am "
    "american an and any anyone app appliance appliances are around as asap assistance at aus auto "
    "automatic automatically away bank banking bbb be because been before behalf bei beim best "
    "bestellungen "
    "better bill bitte business but by call can cannot car card cards centre center central chair "
    "check "
    "cheers city clearing club co colleague colleagues com communications company concern "
    "conversation copy "
    "corp corporation could country credit das dass data date day days de deal dear dein dem den "
    "der des "
    "desktop did die digital direct director does done down due during each ein eine einen einer "
    "electric "
    "electronics else email energy english enterprise europe european ever every everybody "
    "everyone "
    "executive express external fashion fax fees fee file financial fine firma first fitter fly "
    "folks for "
    "form forward free frei freight friday friend from fuer fur furniture gas general gentlemen "
    "get gift "
    "global gmbh go going gold good goods google grateful greetings group groups grp gruppe guest "
    "guests "
    "haben hallo had hand handling has hat have he health her here herren damen hey hi his home "
    "hotel hotels "
    "hour hours house housing how human i ich id if ihr ihre im in inbox inc incoming insurance "
    "internal "
    "international internet into is ist issue issues its job just kind kindly know ladies land "
    "last late "
    "later law leasing letter level life light like limited line live llc loan local ltd mad madam "
    "made "
    "madame main make man management manager market me media medical meine men mit mobile money "
    "monsieur "
    "month more morning motor much music my name national need net network never new next night "
    "none nota "
    "notice now number nur of off official ok old on one only open option or org other our out "
    "outdoor over "
    "owner package parking partner partners party pay per person personal phone photo platform "
    "plan please "
    "plus point policy portal power premium press price pro problem product products public "
    "question quick "
    "quite rail railway re read real received recipient regards regarding rental repair repairs "
    "report "
    "resort resolution retail review rewards right sa same sarl satis save say see self send "
    "sender sent "
    "server she should si sincerely sir site so social software solution solutions some sorry "
    "special sport "
    "sports staff standard start station status still student studio such sunday sure systems take "
    "tel "
    "telecom telephone tell than thank thanks that the their them then there these they thing this "
    "thread "
    "time to today tomorrow too tool tools top total trade trading train travel trust two uk und "
    "under "
    "union unit united university unknown until up ups upon us usa use user users value vehicle "
    "very via "
    "video vip visit vom von voucher was wash water way we website week welcome well were what "
    "when where "
    "which who why wir with within without woman women word work works workshop world would write "
    "yes "
    "yesterday yet you your yours zentrale zum zur "
    "aber alle auch auf bin bis da danke diese dieser doch du es guten habe hatte hier immer ja "
    "jetzt kein "
    "keine kann man mehr mein mich mir nach nein nicht noch oder sehr sein seit sich sie sind uber "
    "um uns "
    "unser unsere vielen vor war warum was wenn werden wie wird wo zu geehrte geehrter liebe "
    "lieber grusse "
    "au aux avec bonjour bonsoir ce ces cette chez client cliente comme cordialement dans des du "
    "elle en "
    "entre est et etre il ils je la le les leur lui mais merci mes moi mon ne nos notre nous ou "
    "par pas plus "
    "pour qui que quoi sa sans se ses son sont sur ta te toi tous tout tres un une vos votre vous "
    "al algo como con cual cuando del desde donde el ella ellos ese eso esta este estimado "
    "estimada gracias "
    "hasta hay hola las lo los mas mi mis muy nada nos nuestro nuestra o para pero por porque que "
    "quien "
    "saludos ser si sin sobre su sus tan tu un una usted y ya";

// Names that are words, or words that people are called by.
constexpr std::string_view kGuardedWords =
    "abel able ace alba alpha alt amber angel apple archer arms art ash aurora autumn bacon bailey "
    "baker "
    "ball band banks bar barber barker barn baron bass bates bauer bay beach bean bear beck bell "
    "berg berry "
    "bird birch bishop black blake blank block bloom blue boden bond bonnet book booth born boss "
    "bow bowl "
    "box boy brand braun bread bright brook brown buck bull burn bush butler buy cab cane cannon "
    "care carol "
    "carpenter carry carter cash castle chance chandler chapel charity chase cherry chip chuck "
    "church clark "
    "clay clear cliff close coal cole comfort cook cooper cork corn costa cotton court cox craft "
    "crane cross "
    "crown cruz cup curry dale dance dash dawn day dean deer destiny diamond dick dolly don dove "
    "drake draw "
    "drew duke dust eagle earl east eden engel ernst eve ever faith fair falk fall farmer faust "
    "fay felix "
    "fell fern field finch fine fink fisher fleet flint flora flower flynn ford forest forrest "
    "foster fox "
    "frank franz freeman french frey friend frost fuchs fuller gage gale garden gardener garner "
    "gates gay "
    "gene gentle german giles gill ginger glass glen glover god golden goss grace grand grant "
    "grass gray "
    "green grey griff gross guide gunner guy gut hahn hale hall ham hammer hand hardy harmony "
    "harper hart "
    "haus hawk hazel heart heath heather herb herr herz hill hills hold hood hook hope horn house "
    "hunt hunter "
    "iris iron island ivory ivy jack jade jasmine jasper jay jean jewel job joker joy jung kaiser "
    "keen kind "
    "king klein knight koch konig kraft kranz krug kuhn kurz lace lady lake lamb lance land lane "
    "lang large "
    "lark laurel law leaf lee leise lemon lich light lilly lily link lion little lock long lord "
    "lot love luck "
    "mac mai maler major mann march mark marks marsh mason may mayor meadow melody mercy messer "
    "miles mill "
    "miller mills mint mole moon moore moos moss mount muller music nail nash neu new newman noble "
    "noon nord "
    "norm north nova oak ocean odd olive opal otter page paige paint palm park parker parks pat "
    "patience paul "
    "peace pearl penny pepper piece pike pilot pitt plant pool poole poor pop pope porter potter "
    "pound powers "
    "precious prince prior queen quick rain ramp raven ray read reader reed reich rein rich "
    "richter ridge "
    "ring ritter river rob robin rock roman romeo rose rosen rot roth rowan royal ruby rush rusty "
    "sack sage "
    "sailor salt sand sanders sandy savage schafer scharf schmidt schneider schuster schwarz scout "
    "sea seal "
    "self senior serenity shade sharp shepherd shore short silver singer skip sky slater small "
    "smart smith "
    "snow sommer sonne south spark sparks spear speck spencer spring stein stark star stern steel "
    "sterling "
    "stone storm strange stolz strong sue summer summers swan sweet swift tag tailor tanner taylor "
    "temple "
    "terrace thorn tiger tile timber toll topp town tracy trainer trinity trip troy true tucker "
    "turner twist "
    "van vera viola violet vogel voss wade wagner walk walker wall waller ward warm warner waters "
    "weaver webb "
    "weber weiss wells west wheeler white wild wilder will willow winter wise wolf wolff wood "
    "woods worth "
    "young zimmer";

constexpr std::string_view kCalendarWords =
    "january february march april may june july august september october november december jan feb "
    "mar apr "
    "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon "
    "tue wed "
    "thu fri sat sun januar februar marz mai juni juli oktober dezember montag dienstag mittwoch "
    "donnerstag "
    "freitag samstag sonntag janvier fevrier mars avril juin juillet aout octobre novembre "
    "decembre lundi "
    "mardi mercredi jeudi vendredi samedi dimanche enero febrero marzo abril mayo junio julio "
    "agosto "
    "septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo";

constexpr std::string_view kTitleWords =
    "mr mrs ms miss mx dr prof professor sir dame herr frau herrn mme mlle monsieur madame senor "
    "senora "
    "senorita sr sra srta don dona mevrouw meneer dhr mevr signor signora sig pan pani";

constexpr std::string_view kGreetingWords =
    "dear hello hi hey hallo liebe lieber geehrte geehrter tag morgen abend bonjour bonsoir cher "
    "chere "
    "salut hola estimado estimada querido querida ciao gentile caro cara beste geachte moin servus";

constexpr std::string_view kRelativeWords =
    "neighbour neighbor wife husband son daughter brother sister mother father mum mom dad uncle "
    "aunt "
    "cousin colleague landlord landlady tenant flatmate fiance fiancee grandmother grandfather "
    "grandson "
    "granddaughter named called heisse nachbar nachbarin mann sohn tochter bruder schwester mutter "
    "vater "
    "kollege kollegin kollegen voisin voisine mari femme fils fille frere soeur collegue appelle "
    "vecino "
    "vecina esposo esposa marido hijo hija hermano hermana llamo";

constexpr std::string_view kParticleWords =
    "van von der den de del della di da du la le ten ter zu zur el al bin ibn mac mc of und y e "
    "dos das do";

}  // namespace

NameWord ClassOf(std::string_view folded) {
  static const Words kNever = Split(kNeverWords), kFunctions = Split(kFunctionWords),
                     kGuarded = Split(kGuardedWords), kCalendar = Split(kCalendarWords);
  constexpr size_t kShort = 2;
  if (kCalendar.contains(folded)) return NameWord::kCalendar;
  if (kGuarded.contains(folded)) return NameWord::kGuarded;
  if (kNever.contains(folded) || kFunctions.contains(folded)) return NameWord::kNever;
  return folded.size() <= kShort ? NameWord::kGuarded : NameWord::kName;
}

bool IsTitle(std::string_view folded) {
  static const Words kTitles = Split(kTitleWords);
  return kTitles.contains(folded);
}

bool IsGreeting(std::string_view folded) {
  static const Words kGreetings = Split(kGreetingWords);
  return kGreetings.contains(folded);
}

bool IsRelative(std::string_view folded) {
  static const Words kRelatives = Split(kRelativeWords);
  return kRelatives.contains(folded);
}

bool IsParticle(std::string_view folded) {
  static const Words kParticles = Split(kParticleWords);
  return kParticles.contains(folded);
}

bool IsFunction(std::string_view folded) {
  static const Words kFunctions = Split(kFunctionWords);
  return kFunctions.contains(folded);
}

}  // namespace threadlint::verdict
