#include "person.h"

#include "codes.h"
#include "util/ascii.h"

#include <fmt/format.h>

#include <iterator>

namespace threadlint::bench {
namespace {

constexpr std::string_view kFirst[] = {
    "Ada",    "Adam",   "Aisha",  "Alice",  "Amit",    "Anna",   "Anton", "Arthur", "Beata",
    "Ben",    "Bruno",  "Carla",  "Carol",  "Cedric",  "Chloe",  "Clara", "Colin",  "Cora",
    "Dana",   "Daniel", "David",  "Diana",  "Dora",    "Edith",  "Edwin", "Elena",  "Eli",
    "Elsa",   "Emil",   "Emma",   "Erik",   "Esther",  "Eva",    "Farid", "Fay",    "Felix",
    "Fiona",  "Frank",  "Freya",  "George", "Gina",    "Grace",  "Greta", "Gus",    "Hanna",
    "Harry",  "Hassan", "Helen",  "Henry",  "Ian",     "Ida",    "Ines",  "Irene",  "Ivan",
    "Jack",   "James",  "Jana",   "Jonas",  "Joseph",  "Julia",  "Karim", "Karl",   "Kate",
    "Kevin",  "Klara",  "Lars",   "Laura",  "Leo",     "Lena",   "Lidia", "Linus",  "Lucy",
    "Luis",   "Magnus", "Maria",  "Mark",   "Marta",   "Mary",   "Max",   "Mei",    "Mila",
    "Mona",   "Nadia",  "Naomi",  "Neil",   "Nina",    "Nora",   "Olga",  "Oliver", "Omar",
    "Oscar",  "Otto",   "Paula",  "Peter",  "Petra",   "Philip", "Priya", "Rachel", "Ralph",
    "Rita",   "Robert", "Rosa",   "Ruth",   "Sally",   "Samuel", "Sara",  "Simon",  "Sofia",
    "Stefan", "Susan",  "Sven",   "Tanya",  "Teresa",  "Thomas", "Tina",  "Tom",    "Ursula",
    "Vera",   "Victor", "Walter", "Wendy",  "William", "Yasmin", "Yusuf", "Zoe"};

constexpr std::string_view kLast[] = {
    "Abbott",    "Acheson",  "Albrecht",  "Almeida", "Amadi",   "Ashby",     "Baker",
    "Barlow",    "Becker",   "Bell",      "Bianchi", "Blake",   "Bowen",     "Brandt",
    "Brook",     "Carver",   "Castle",    "Chandra", "Chen",    "Clarke",    "Cole",
    "Conti",     "Cooper",   "Crane",     "Dalton",  "Delgado", "Dixon",     "Dunn",
    "Eddy",      "Ellis",    "Esposito",  "Farrow",  "Fischer", "Fleming",   "Flint",
    "Fontaine",  "Forster",  "Frost",     "Garcia",  "Gardner", "Gibson",    "Grant",
    "Greene",    "Gruber",   "Hale",      "Hamid",   "Hansen",  "Hartley",   "Haynes",
    "Hoffmann",  "Holm",     "Howe",      "Huang",   "Hughes",  "Ibrahim",   "Ivanova",
    "Jansen",    "Jenkins",  "Johansson", "Jones",   "Kaplan",  "Keller",    "Khan",
    "Kim",       "Klein",    "Kowalski",  "Kramer",  "Lambert", "Lang",      "Larsen",
    "Lawson",    "Lindgren", "Lopez",     "Lund",    "Maddox",  "Marsh",     "Martin",
    "Mehta",     "Mercer",   "Meyer",     "Moreau",  "Moss",    "Mueller",   "Nakamura",
    "Navarro",   "Nguyen",   "Nielsen",   "Nolan",   "Novak",   "Okafor",    "Okoye",
    "Olsen",     "Ortega",   "Osborne",   "Owens",   "Palmer",  "Park",      "Patel",
    "Pereira",   "Perry",    "Petrov",    "Pike",    "Pohl",    "Quinn",     "Rahman",
    "Ramos",     "Reed",     "Reyes",     "Richter", "Rossi",   "Roth",      "Rousseau",
    "Sanchez",   "Sato",     "Schmidt",   "Shah",    "Silva",   "Singh",     "Sloane",
    "Sorensen",  "Stone",    "Tanaka",    "Thorne",  "Turner",  "Underwood", "Varga",
    "Vaughan",   "Verne",    "Vogel",     "Wagner",  "Walsh",   "Watts",     "Weber",
    "Whitcombe", "Wilson",   "Winter",    "Wolfe",   "Woods",   "Wright",    "Yates",
    "Young",     "Zimmer"};

constexpr std::string_view kHosts[] = {"post",   "mail",   "home", "family",
                                       "office", "studio", "works"};
constexpr std::string_view kStreets[] = {
    "Mill Lane", "Station Road", "Orchard Way", "Quay Street", "Church Close",
    "Elm Grove", "High Street",  "Castle Hill", "Park Avenue", "Bridge Street"};
constexpr std::string_view kTowns[] = {"Norwick",   "Easterby", "Calder Bridge", "Westmoor",
                                       "Harbourne", "Thornley", "Aldbury",       "Kingsmere",
                                       "Redford",   "Saltby"};
constexpr int kZones[] = {0, 0, 60, 60, 60, 120, -300, -480};

}  // namespace

Person Customer(uint64_t seed, uint64_t number) {
  Prng prng = Prng::For(seed, number);
  Person p;
  p.first = prng.Pick(kFirst);
  p.last = prng.Pick(kLast);
  // Names come again; addresses must not.
  const std::string last = util::LowerAscii(p.last);
  p.host = fmt::format("{}-{}{}.example", last, prng.Pick(kHosts), number);
  p.address = fmt::format("{}.{}@{}", util::LowerAscii(p.first), last, p.host);
  p.street = fmt::format("{} {}", prng.Between(1, 140), prng.Pick(kStreets));
  p.town = prng.Pick(kTowns);
  p.phone = FillForm(prng, "+44 20 7946 0###");
  p.zone_minutes = prng.Pick(kZones);
  return p;
}

std::string AgentName(Prng& prng) {
  std::string name(prng.Pick(kFirst));
  name += ' ';
  name += prng.Pick(kLast);
  return name;
}

}  // namespace threadlint::bench
