#include "letter.h"
#include "quote_words.h"

#include <fmt/format.h>

namespace threadlint::bench {
namespace {

void AppendEscaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\n')
      out += "<br>\n";
    else
      out += c;
  }
}

std::string Escaped(std::string_view text) {
  std::string out;
  AppendEscaped(text, out);
  return out;
}

// How a client marks up one paragraph.
struct Markup {
  std::string_view open, close, blank;
};

Markup MarkupOf(Style style) {
  switch (style) {
    case Style::kOutlook:
      return {
          "<p class=\"MsoNormal\"><span lang=\"EN-GB\" style=\"font-size:11.0pt;font-family:"
          "&quot;Calibri&quot;,sans-serif;mso-fareast-language:EN-US\">",
          "<o:p></o:p></span></p>\n",
          "<p class=\"MsoNormal\"><span style=\"font-size:11.0pt;mso-fareast-language:EN-US\">"
          "<o:p>&nbsp;</o:p></span></p>\n"};
    case Style::kGmail:
      return {"<div>", "</div>", "<div><br></div>"};
    case Style::kApple:
      return {"<div dir=\"ltr\">", "</div>", "<div dir=\"ltr\"><br></div>"};
    case Style::kTickets:
      return {
          "<p dir=\"auto\" style=\"color: #2b2e2f; font-family: 'Lucida Grande', Tahoma, "
          "Verdana, sans-serif; font-size: 14px; line-height: 22px; margin: 15px 0\">",
          "</p>\n", ""};
    case Style::kNewsletter:
      return {
          "<tr><td align=\"left\" style=\"padding:0 24px 16px 24px;font-family:Arial,Helvetica,"
          "sans-serif;font-size:15px;line-height:22px;color:#333333;\">",
          "</td></tr>\n", ""};
    default:
      return {"<p>", "</p>\n", ""};
  }
}

void AppendParagraph(const Markup& markup, std::string_view text, std::string& out) {
  out += markup.open;
  AppendEscaped(text, out);
  out += markup.close;
  out += markup.blank;
}

void AppendLetter(const Letter& letter, Style style, std::string& out) {
  const Markup markup = MarkupOf(style);
  AppendParagraph(markup, letter.greeting, out);
  for (const std::string& paragraph : letter.paragraphs) AppendParagraph(markup, paragraph, out);
  std::string ending = letter.closing;
  for (const std::string& line : letter.signature) {
    if (!ending.empty()) ending += '\n';
    ending += line;
  }
  AppendParagraph(markup, ending, out);
  if (!letter.mark.empty()) AppendParagraph(markup, letter.mark, out);
}

std::string NewsletterLetter(const Letter& letter, const Manner& manner) {
  std::string out = fmt::format(
      "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" "
      "border=\"0\" style=\"background-color:#f4f4f4;\"><tr><td align=\"center\">\n<table "
      "role=\"presentation\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
      "class=\"container\" style=\"width:600px;max-width:600px;background-color:#ffffff;\">\n"
      "<tr><td style=\"padding:24px;\"><a href=\"https://click.{0}/f/a/{1}~~/home\" "
      "target=\"_blank\"><img src=\"https://images.{0}/mail/logo.png\" width=\"160\" height=\"40\" "
      "alt=\"{2}\" style=\"display:block;border:0;\"></a></td></tr>\n",
      manner.desk_domain, manner.click_code, Escaped(manner.desk_name));
  AppendLetter(letter, Style::kNewsletter, out);
  out += fmt::format(
      "<tr><td align=\"center\" style=\"padding:8px 24px 24px 24px;\"><table role=\"presentation\" "
      "cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td bgcolor=\"#1a5f7a\" "
      "style=\"border-radius:4px;\"><a href=\"https://click.{0}/f/a/{1}~~/orders\" "
      "target=\"_blank\" style=\"display:inline-block;padding:12px "
      "28px;font-family:Arial,Helvetica,"
      "sans-serif;font-size:15px;color:#ffffff;text-decoration:none;\">Your "
      "account</a></td></tr></table></td></tr>\n<tr><td style=\"padding:16px 24px;border-top:1px "
      "solid #dddddd;font-family:Arial,Helvetica,sans-serif;font-size:11px;line-height:16px;"
      "color:#888888;\">{2} <a href=\"https://click.{0}/f/a/{1}~~/settings\" "
      "style=\"color:#888888;\">Settings</a> | <a href=\"https://click.{0}/f/a/{1}~~/privacy\" "
      "style=\"color:#888888;\">Privacy</a></td></tr>\n</table>\n</td></tr></table>\n<img "
      "src=\"https://click.{0}/q/{1}~~/open.gif\" width=\"1\" height=\"1\" alt=\"\">\n",
      manner.desk_domain, manner.click_code, Escaped(letter.footer));
  return out;
}

std::string TicketComment(std::string_view name, std::string_view when, std::string_view body) {
  return fmt::format(
      "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
      "role=\"presentation\">"
      "<tr><td width=\"100%\" style=\"padding: 15px 0; border-top: 1px dotted #c5c5c5;\"><table "
      "width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
      "style=\"table-layout:fixed;\" "
      "role=\"presentation\"><tr><td width=\"100%\" style=\"padding: 0; margin: 0;\" "
      "valign=\"top\"><p style=\"font-family:'Lucida Grande','Lucida Sans Unicode','Lucida "
      "Sans',Verdana,Tahoma,sans-serif; font-size: 15px; line-height: 18px; margin-bottom: 0; "
      "margin-top: 0; padding: 0; color:#1b1d1e;\"><strong>{}</strong></p><p style=\"font-family:"
      "'Lucida Grande',Verdana,Tahoma,sans-serif; font-size: 13px; line-height: 25px; "
      "margin-bottom: 15px; margin-top: 0; padding: 0; color:#bbbbbb;\">{}</p><div "
      "class=\"zd-comment\" dir=\"auto\" style=\"color: #2b2e2f; line-height: 22px; margin: 15px "
      "0\">{}</div></td></tr></table></td></tr></table>\n",
      Escaped(name), Escaped(when), body);
}

std::string OutlookBlock(const Manner& manner, const Shown& answered) {
  std::string out =
      "<div>\n<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm "
      "0cm\">\n<p class=\"MsoNormal\">";
  bool first = true;
  for (const auto& [label, value] : QuoteBlock(manner, answered)) {
    if (!first) out += "<br>\n";
    first = false;
    out += fmt::format("<b><span lang=\"EN-US\">{}</span></b><span lang=\"EN-US\"> {}</span>",
                       label, Escaped(value));
  }
  return out + "<o:p></o:p></p>\n</div>\n</div>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n";
}

}  // namespace

std::string HtmlLetter(const Letter& letter, const Manner& manner) {
  const Style style = manner.client->style;
  if (style == Style::kNewsletter) return NewsletterLetter(letter, manner);
  std::string out;
  if (style == Style::kTickets)
    out +=
        fmt::format("<div style='color:#b5b5b5'>##- {} -##</div>\n", ReplyAbove(manner.language));
  out += style == Style::kOutlook ? "<div class=\"WordSection1\">\n" : "<div dir=\"ltr\">";
  AppendLetter(letter, style, out);
  out += "</div>\n";
  if (!letter.footer.empty())
    out += fmt::format(
        "<div style='padding-top: 10px; font-size: 11px; color: #999999;'><p>{}</p></div>\n",
        Escaped(letter.footer));
  return out;
}

std::string HtmlQuotation(const Manner& manner, const std::vector<const Shown*>& history) {
  if (history.empty()) return {};
  const Shown& answered = *history.front();
  switch (manner.client->style) {
    case Style::kOutlook:
    case Style::kPlain:
      return OutlookBlock(manner, answered) + answered.html;
    case Style::kTickets: {
      std::string out;
      for (const Shown* mail : history)
        out += TicketComment(mail->from_name, ShortMoment(mail->time, 0, manner.language),
                             Escaped(mail->own));
      return out;
    }
    case Style::kGmail:
      return fmt::format(
          "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{}<br></div>"
          "<blockquote class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;border-left:1px "
          "solid "
          "rgb(204,204,204);padding-left:1ex\">{}</blockquote></div>\n",
          Escaped(QuoteLead(manner, answered)), answered.html);
    default:
      return fmt::format(
          "<br><div dir=\"ltr\">{}<br><blockquote type=\"cite\">{}</blockquote></div>\n",
          Escaped(QuoteLead(manner, answered)), answered.html);
  }
}

}  // namespace threadlint::bench
