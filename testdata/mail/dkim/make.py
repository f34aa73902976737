#!/usr/bin/env python3
"""Makes the signed mails of this folder again: the mail is made up, the keys are thrown away.

The keys lie here for everybody to see and sign nothing else. dkimpy signs (Debian: python3-dkim);
what is expected of a mail stands in its name: NUMBER-WHAT.BODY.HEADER.eml.
"""
import base64
import os
import re
import sys
import time

import dkim
from nacl.signing import SigningKey

HERE = os.path.dirname(os.path.abspath(__file__))
DOMAIN = b"larkspur.example"
time.time = lambda: 1714996023  # 6 May 2024: the same bytes each time

KEYS = {
    b"s2024": open(os.path.join(HERE, "rsa-2048.pem"), "rb").read(),
    b"s1024": open(os.path.join(HERE, "rsa-1024.pem"), "rb").read(),
    b"ed": open(os.path.join(HERE, "ed25519.key"), "rb").read().strip(),
}

PLAIN = (
    b"From: Larkspur <cs@larkspur.example>\r\nTo: Ada <ada@mail.example>\r\n"
    b"Subject: Your order\r\nDate: Mon, 6 May 2024 11:47:03 +0000\r\n"
    b"Message-ID: <%d@larkspur.example>\r\nReply-To: cs+A1B2C3@larkspur.example\r\n"
)
FOLDED = (
    b"Received: from a by b;\r\n\tMon, 6 May 2024 11:47:03 +0000\r\n"
    b"From:  Larkspur  Customer\t Service\r\n  <cs@larkspur.example>\r\n"
    b"X-Note: first\r\nX-Note: second\r\n"
    b"Subject:   an   order\r\n\tand  its  parcel  \r\n"
    b"reply-TO:\r\n cs+A1B2C3@larkspur.example\r\nMessage-ID: <%d@larkspur.example>\r\n"
)
BODIES = {
    "text": b"Dear Ada,\r\n\r\nyour parcel  is on\tits way. \r\n\tRegards\r\n",
    "empty": b"",
    "blank-lines": b"\r\n\r\n\r\n",
    "no-end": b"Dear Ada,\r\nno line end",
    "trailing": b"Dear Ada,\r\n\r\n  \r\n\t\r\n\r\n",
    "from": b"Dear Ada,\r\n\r\nFrom Monday on we are closed.\r\n>From Tuesday\r\n",
}


def sign(message, selector, headers, canon=(b"relaxed", b"relaxed"), length=False):
    algorithm = b"ed25519-sha256" if selector == b"ed" else b"rsa-sha256"
    return dkim.DKIM(message).sign(
        selector, DOMAIN, KEYS[selector], canonicalize=canon, include_headers=headers,
        signature_algorithm=algorithm, length=length) + message


def names_of(header):
    out = [n.lower() for n in re.findall(rb"(?m)^([A-Za-z-]+):", header)]
    return [n for n in out if n != b"received"]


def write(path, data):
    with open(os.path.join(HERE, path), "wb") as out:
        out.write(data)


def make_mails():
    for old in os.listdir(HERE):
        if old.endswith(".eml"):
            os.unlink(os.path.join(HERE, old))
    number = 0

    def put(what, body, header, data, lf=False):
        nonlocal number
        number += 1
        write(f"{number:02d}-{what}.{body}.{header}.eml",
              data.replace(b"\r\n", b"\n") if lf else data)

    canons = [(a, b) for a in (b"simple", b"relaxed") for b in (b"simple", b"relaxed")]
    selectors = [b"s2024", b"ed", b"s1024"]
    for i, (name, body) in enumerate(BODIES.items()):
        for k, canon in enumerate(canons):
            header = (FOLDED if (i + k) % 2 else PLAIN) % (number + 1)
            signed = sign(header + b"\r\n" + body, selectors[(i + k) % 3], names_of(header), canon)
            put(f"{name}-{canon[0].decode()}-{canon[1].decode()}", "match", "valid", signed, k < 2)
    head = PLAIN % 90
    text = head + b"\r\n" + BODIES["text"]
    put("oversigned", "match", "valid", sign(text, b"s2024", names_of(head) + [b"reply-to", b"from"]))
    put("oversigned-and-added", "match", "invalid",
        b"Reply-To: other@shop.example\r\n" + sign(text, b"s2024", names_of(head) + [b"reply-to"]))
    put("added-above", "match", "valid",
        b"Reply-To: other@shop.example\r\n" + sign(text, b"s2024", names_of(head)))
    put("reply-to-changed", "match", "invalid",
        sign(text, b"s2024", names_of(head)).replace(b"cs+A1B2C3", b"cs+Z9Y8X7"))
    put("text-changed", "mismatch", "valid",
        sign(text, b"ed", names_of(head)).replace(b"parcel", b"barrel"))
    put("footer", "mismatch", "valid", sign(text, b"s2024", names_of(head)) + b"-- \r\nA list\r\n")
    put("footer-behind-length", "match", "valid",
        sign(text, b"s2024", names_of(head), length=True) + b"-- \r\nA list\r\n")
    put("not-among", "match", "valid", sign(text, b"s2024", [b"from", b"subject"]))
    put("key-of-another", "match", "invalid",
        sign(text, b"s2024", names_of(head)).replace(b"s=s2024", b"s=s1024"))
    put("no-key-saved", "match", "not-checked",
        sign(text, b"s2024", names_of(head)).replace(b"s=s2024", b"s=s2023"))


def make_mailbox():
    """The demo's mails of the desk, signed; its reply addresses change as there."""
    lines = open(os.path.join(HERE, "../../demo/larkspur.mbox"), "rb").read().splitlines(True)
    mails = []
    for line in lines:
        if line.startswith(b"From - "):
            mails.append([line, b""])
        else:
            mails[-1][1] += line
    out = b""
    for separator, mail in mails:
        if b"\nFrom: \"Larkspur" in mail:
            header, body = mail.split(b"\n\n", 1)
            body = b"From now on, write to this address.\n" + body if b"May  6" in separator else body
            received = re.match(rb"Received:.*\n(?:[ \t].*\n)*", header + b"\n").group(0)
            rest = (header + b"\n")[len(received):]
            message = (rest + b"\n" + body).replace(b"\n", b"\r\n")
            names = [b"from", b"to", b"subject", b"date", b"message-id"]
            if b"Fri, 26 Apr" in mail or b"May  6" in separator or b"May  7" in separator:
                names += [b"reply-to", b"reply-to"]
            signed = sign(message, b"s2024", names).replace(b"\r\n", b"\n")
            said = (b"Authentication-Results: mx2.postbox.example;\n"
                    b"\tdkim=pass (2048-bit key) header.d=larkspur.example header.s=s2024\n")
            mail = said + received + signed
            mail = re.sub(rb"(?m)^(?=>*From )", b">", mail)
        out += separator + mail
    write("larkspur-signed.mbox", out)


def make_keys():
    out = (b"# Public keys of the keys in this folder, which sign nothing but its mails.\n"
           b"# As 'dig +noall +answer TXT NAME' prints them.\n")
    for selector, name in ((b"s2024", "rsa-2048.pub"), (b"s1024", "rsa-1024.pub")):
        pem = open(os.path.join(HERE, name), "rb").read()
        text = b"v=DKIM1; k=rsa; p=" + b"".join(pem.splitlines()[1:-1])
        out += selector + b"._domainkey.larkspur.example. 300 IN TXT " + b" ".join(
            b'"' + text[i:i + 200] + b'"' for i in range(0, len(text), 200)) + b"\n"
    public = SigningKey(base64.b64decode(KEYS[b"ed"])).verify_key
    out += (b"\nED._domainkey.larkspur.example \"v=DKIM1; k=ed25519; p="
            + base64.b64encode(bytes(public)) + b'"\n')
    write("keys.txt", out)


if __name__ == "__main__":
    make_mails()
    make_mailbox()
    make_keys()
    sys.exit(0)
