#include "header.h"

#include "codes.h"
#include "transfer.h"

#include <fmt/format.h>

#include <algorithm>

namespace threadlint::bench {
namespace {

// Folded as signers do.
std::string Noise(Prng& prng, size_t length) {
  std::string out;
  while (length > 0) {
    const size_t line = std::min<size_t>(length, 72);
    if (!out.empty()) out += "\n         ";
    AppendNoise(prng, line, out);
    length -= line;
  }
  return out;
}

std::string Address(Prng& prng) {
  return fmt::format("203.0.113.{}", prng.Between(1, 254));  // documentation addresses
}

std::string Received(Prng& prng, std::string_view from, std::string_view by, Seconds time) {
  return fmt::format(
      "Received: from {0} ({0} [{1}])\n\tby {2} with ESMTPS id {3}\n\tfor <{4}@{2}>\n"
      "\t(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\n\t{5}\n",
      from, Address(prng), by, Code(prng, kLetters, 18), Code(prng, kHex, 8), DateField(time, 0));
}

std::string Signature(Prng& prng, std::string_view field, std::string_view domain, Seconds time) {
  return fmt::format(
      "{}: {}a=rsa-sha256; c=relaxed/relaxed;\n        d={}; s=s{}; t={};\n        "
      "h=from:to:subject:message-id:date:mime-version:content-type:references;\n        "
      "bh={}=;\n        b={}==\n",
      field, field == "DKIM-Signature" ? "v=1; " : "i=1; ", domain, prng.Between(2019, 2026), time,
      Noise(prng, 43), Noise(prng, 342));
}

std::string Chain(Prng& prng, const Header& h) {
  std::string out = fmt::format(
      "ARC-Seal: i=1; a=rsa-sha256; t={}; cv=none;\n        d={}; s=arc-20160816;\n        "
      "b={}==\n",
      h.time + 3, h.receiving_host, Noise(prng, 342));
  out += Signature(prng, "ARC-Message-Signature", h.receiving_host, h.time + 3);
  out += fmt::format(
      "ARC-Authentication-Results: i=1; mx.{0};\n       dkim=pass header.i=@{1} header.s=s1 "
      "header.b={2};\n       spf=pass smtp.mailfrom={3};\n       dmarc=pass (p=QUARANTINE) "
      "header.from={1}\n",
      h.receiving_host, h.sending_host, Code(prng, kLetters, 8), h.envelope_sender);
  return out;
}

std::string OfficeFields(Prng& prng, const Header& h) {
  return fmt::format(
      "Thread-Topic: {}\nThread-Index: {}\nAccept-Language: en-GB, en-US\nContent-Language: en-GB\n"
      "X-MS-Has-Attach:\nX-MS-TNEF-Correlator:\nx-ms-publictraffictype: Email\n"
      "x-ms-office365-filtering-correlation-id: {}-{}-{}-{}-{}\n"
      "x-ms-exchange-senderadcheck: 1\nx-microsoft-antispam: BCL:0;\n"
      "x-microsoft-antispam-message-info: {}\nx-ms-exchange-antispam-messagedata-0: {}\n",
      HeaderText(h.subject), h.thread_index, Code(prng, kHex, 8), Code(prng, kHex, 4),
      Code(prng, kHex, 4), Code(prng, kHex, 4), Code(prng, kHex, 12), Noise(prng, 250),
      Noise(prng, 180));
}

}  // namespace

std::string TraceFields(const Header& h, const Client& client, Prng& prng) {
  std::string out =
      fmt::format("Return-Path: <{}>\nDelivered-To: {}\n", h.envelope_sender, h.to_address);
  const int hops = prng.Between(3, 5);
  Seconds at = h.time + hops;
  std::string by = fmt::format("store{}.{}", prng.Between(1, 9), h.receiving_host);
  for (int hop = 0; hop < hops; ++hop) {
    const bool sender_side = hop >= hops / 2;
    std::string from = fmt::format("{}{}.{}", sender_side ? "out" : "mx", prng.Between(1, 40),
                                   sender_side ? h.sending_host : h.receiving_host);
    out += Received(prng, from, by, at--);
    by = std::move(from);
  }
  if (prng.Chance(300)) out += Chain(prng, h);
  out += fmt::format(
      "Authentication-Results: mx.{0};\n       dkim=pass header.i=@{1};\n       spf=pass "
      "smtp.mailfrom={2};\n       dmarc=pass header.from={1}\n",
      h.receiving_host, h.sending_host, h.envelope_sender);
  out += Signature(prng, "DKIM-Signature", h.sending_host, h.time);
  if (client.style == Style::kGmail)
    out += fmt::format(
        "X-Google-DKIM-Signature: v=1; a=rsa-sha256; d=1e100.example;\n        b={}\n"
        "X-Gm-Message-State: {}\nX-Google-Smtp-Source: {}\n",
        Noise(prng, 344), Noise(prng, 76), Noise(prng, 62));
  return out;
}

std::string WriterFields(const Header& h, const Client& client, Prng& prng) {
  std::string out = fmt::format("From: {} <{}>\nTo: {} <{}>\n", h.from_name, h.from_address,
                                h.to_name, h.to_address);
  if (!h.reply_to.empty()) out += fmt::format("Reply-To: {} <{}>\n", h.from_name, h.reply_to);
  out += fmt::format("Subject: {}\nDate: {}\nMessage-ID: <{}>\n", HeaderText(h.subject),
                     DateField(h.time, h.zone_minutes), h.message_id);
  if (!h.references.empty()) {
    out += fmt::format("In-Reply-To: <{}>\nReferences:", h.references.back());
    for (const std::string& id : h.references) out += fmt::format(" <{}>\n", id);
  }
  if (h.automatic) out += "Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n";
  if (client.style == Style::kOutlook) out += OfficeFields(prng, h);
  if (client.style == Style::kTickets)
    out += fmt::format(
        "X-Delivery-Context: event-id-{}\nX-Auto-Response-Suppress: All\n"
        "X-Mailer: Help desk mailer\n",
        Code(prng, kDigits, 12));
  if (client.style == Style::kNewsletter)
    out += fmt::format(
        "Feedback-ID: {}:{}:service\nX-Mail-Category: transactional\n"
        "List-Unsubscribe: <https://click.{}/u/{}>\n",
        Code(prng, kDigits, 7), Code(prng, kDigits, 5), h.sending_host, Code(prng, kLetters, 60));
  if (!client.mailer.empty())
    out += fmt::format("{}: {}\n", client.style == Style::kThunderbird ? "User-Agent" : "X-Mailer",
                       client.mailer);
  return out;
}

}  // namespace threadlint::bench
