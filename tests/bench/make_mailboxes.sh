#!/bin/sh
# make_mailboxes.sh DEMO FOLDER [COUNT]: COUNT (2000) small mailboxes, made from the demo
# correspondence with ids, order numbers, names and years of their own. Of every fifty one is the
# whole demo, with its findings; the others end before anything goes wrong. In a full set of 2000,
# seven are empty and three cannot be read: a PST, a cut gzip file, a file that is no mail.
set -eu
demo=$(readlink -f "$1") folder=$2 count=${3:-2000}
mkdir -p "$folder"

names='Ada Bell|Ben Cole|Cora Dunn|Dora Eddy|Eli Frost|Fay Grant|Gus Hale|Ida Jones'
i=0
while [ "$i" -lt "$count" ]; do
  i=$((i + 1))
  file=$folder/$(printf 'box-%04d.mbox' "$i")
  case $((i % 2000)) in
    101 | 302 | 503 | 704 | 905 | 1106 | 1307) : >"$file" && continue ;;
    333) printf '!BDN and then whatever a PST holds' >"${file%.mbox}.pst" && continue ;;
    777) gzip -c "$demo" | head -c 1000 >"$file.gz" && continue ;;
    1555) printf 'The minutes of a meeting, and no mail.\n' >"$file" && continue ;;
  esac
  id=$(printf '%08x' $((i * 2654435 % 4294967296)))
  token=$(printf 'A%013d' $((i * 7919 % 10000000)))
  name=$(printf '%s' "$names" | cut -d '|' -f $((i % 8 + 1)))
  user=$(printf '%s' "$name" | tr 'A-Z ' 'a-z.')
  # Years in which 22 April is a Monday, as in the demo.
  year=$(printf '2013 2019 2024' | cut -d ' ' -f $((i % 3 + 1)))
  end='$'
  [ $((i % 50)) -eq 0 ] || end='/^From - Fri Apr 26/'
  sed -n -e "1,$end p" "$demo" | sed -e "\${/^From - Fri/d}" \
    -e "s/7c1f02aa/$id/g; s/0102018f/0102${id%????}/g; s/A3SC11E84PLJUR/$token/g" \
    -e "s/LK-204-7719036/LK-204-$((7000000 + i))/g; s/2024/$year/g" \
    -e "s/Maria Thorne/$name/g; s/maria\.thorne/$user.$i/g" >"$file"
done
