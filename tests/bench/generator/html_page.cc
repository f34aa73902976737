#include "letter.h"

namespace threadlint::bench {
namespace {

struct Frame {
  std::string_view head, foot;
};

constexpr Frame kOutlook = {
    R"html(<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="Generator" content="Microsoft Word 15 (filtered medium)">
<!--[if !mso]><style>v\:* {behavior:url(#default#VML);}
o\:* {behavior:url(#default#VML);}
w\:* {behavior:url(#default#VML);}
.shape {behavior:url(#default#VML);}
</style><![endif]--><style><!--
/* Font Definitions */
@font-face
	{font-family:"Cambria Math";
	panose-1:2 4 5 3 5 4 6 3 2 4;}
@font-face
	{font-family:Calibri;
	panose-1:2 15 5 2 2 2 4 3 2 4;}
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;}
a:link, span.MsoHyperlink
	{mso-style-priority:99;
	color:blue;
	text-decoration:underline;}
span.EmailStyle19
	{mso-style-type:personal-reply;
	font-family:"Calibri",sans-serif;
	color:windowtext;}
.MsoChpDefault
	{mso-style-type:export-only;
	font-size:10.0pt;}
@page WordSection1
	{size:612.0pt 792.0pt;
	margin:72.0pt 72.0pt 72.0pt 72.0pt;}
div.WordSection1
	{page:WordSection1;}
--></style><!--[if gte mso 9]><xml>
<o:shapedefaults v:ext="edit" spidmax="1026" />
</xml><![endif]--><!--[if gte mso 9]><xml>
<o:shapelayout v:ext="edit">
<o:idmap v:ext="edit" data="1" />
</o:shapelayout></xml><![endif]-->
</head>
<body lang="EN-GB" link="blue" vlink="purple" style="word-wrap:break-word">
)html",
    "</body>\n</html>\n"};

constexpr Frame kNewsletter = {
    R"html(<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1.0" />
<title></title>
<style type="text/css">
body { margin: 0; padding: 0; width: 100% !important; -webkit-text-size-adjust: 100%; }
table { border-collapse: collapse; mso-table-lspace: 0pt; mso-table-rspace: 0pt; }
img { border: 0; outline: none; text-decoration: none; -ms-interpolation-mode: bicubic; }
a { color: #1a5f7a; }
@media only screen and (max-width: 620px) {
  .container { width: 100% !important; max-width: 100% !important; }
  .stack { display: block !important; width: 100% !important; }
  .hide { display: none !important; }
}
@media (prefers-color-scheme: dark) {
  .container { background-color: #222222 !important; }
  td { color: #eeeeee !important; }
}
</style>
</head>
<body style="margin:0;padding:0;background-color:#f4f4f4;">
)html",
    "</body>\n</html>\n"};

constexpr Frame kApple = {
    R"html(<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;" dir="auto">)html",
    "</body></html>\n"};

constexpr Frame kTickets = {
    R"html(<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html>
<head>
  <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
  <style type="text/css">
    table td { border-collapse: collapse; }
    body[dir=rtl] .directional_text_wrapper { direction: rtl; unicode-bidi: embed; }
  </style>
</head>
<body style="width: 100%!important; margin: 0; padding: 0;">
<div style="padding: 10px; line-height: 18px; font-family: 'Lucida Grande',Verdana,Arial,sans-serif; font-size: 12px; color:#444444;">
)html",
    "</div>\n</body>\n</html>\n"};

constexpr Frame kThunderbird = {
    R"html(<!DOCTYPE html>
<html>
  <head>
    <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
  </head>
  <body>
)html",
    "  </body>\n</html>\n"};

const Frame& FrameOf(Style style) {
  switch (style) {
    case Style::kOutlook:
      return kOutlook;
    case Style::kNewsletter:
      return kNewsletter;
    case Style::kApple:
      return kApple;
    case Style::kTickets:
      return kTickets;
    default:
      return kThunderbird;
  }
}

}  // namespace

std::string HtmlPage(Style style, std::string_view body) {
  if (style == Style::kGmail) return std::string(body);
  const Frame& frame = FrameOf(style);
  std::string out(frame.head);
  out += body;
  out += frame.foot;
  return out;
}

}  // namespace threadlint::bench
