# A made-up export of 130 cases of two queues and three agents: awk -f make.awk. Every tenth is asked
# for its order number again, every twentieth loses its token, in every fourteenth two amounts are
# named, every twelfth gets a machine's answer alone. Months have 50 cases, or few, or none.
function word(i,  out, k) {
  for (k = 0; k < 4; ++k) { out = out substr("bdfklm", i % 6 + 1, 1) substr("aeiou", (i + k) % 5 + 1, 1); i = int(i / 6) }
  return out
}
function mail(from, to, reply_to, more, body,  n) {
  n = ++number
  print "From MAILER Mon Jan  1 10:00:00 2024\nFrom: " from "\nTo: " to
  if (reply_to != "") print "Reply-To: " reply_to
  print "Subject: " (n > 1 ? "Re: " : "") "Lamp " word(c) " has no bulb"
  printf "Date: %d %s 2024 %02d:00:00 +0000\nMessage-ID: <c%d.%d@mx.example>\n", day + n - 1, month, 7 + n * 2, c, n
  if (n > 1) printf "In-Reply-To: <c%d.%d@mx.example>\n", c, n - 1
  printf "%s\n%s\n\n", more, body
}
BEGIN {
  split("ada ben cora dan eve finn gus ida", name)
  split("Jane Roe,Amir Khan,Li Wei", agent, ",")
  for (c = 0; c < 130; ++c) {
    month = c < 50 ? "Jan" : c < 60 ? "Feb" : c < 110 ? "Apr" : "May"
    day = 1 + c % 20
    number = 0
    desk = (c % 3 ? "care" : "billing") "@halvorsen.example"
    who = name[c % 8 + 1] "." word(c) "@post.example"
    tagged = sprintf("%s+K%04dQ2MBXT9VD4@halvorsen.example", c % 3 ? "care" : "billing", c)
    other = sprintf("%s+Z%04dB6N4LLQ7C1@halvorsen.example", c % 3 ? "care" : "billing", c)
    from = agent[c % 5 < 2 ? 1 : c % 5 < 4 ? 2 : 3] " <" desk ">"
    mail(who, desk, "", "", "My lamp came without a bulb.\nMy order number is HH-" 1000 + c "-8823.")
    if (c % 12 == 11) {
      mail(from, who, tagged, "Auto-Submitted: auto-replied\n", "This is an automatic reply. We have received your mail.")
      continue
    }
    mail(from, who, tagged, "", "We are sorry to hear that and look into it." (c % 14 == 5 ? "\nThe return fee is £5.00." : ""))
    mail(who, tagged, "", "", "Thank you, I wait to hear from you.")
    mail(from, who, c % 20 == 7 ? other : tagged, "", \
         c % 10 == 3 ? "Please tell us your order number." : c % 14 == 5 ? "The return fee is £12.00." : "The bulb has been sent to you today.")
  }
}
