#!/bin/sh
# Makes noto-nastaliq-urdu.woff2 and its licence text again: the regular Noto Nastaliq Urdu of npm, cut to the letters,
# signs and figures of Urdu news, with everything its layout needs. Wants npm, python3 and the network.
#
#   sh crates/lang/data/ur/make-font.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @fontsource/noto-nastaliq-urdu@5.3.0 >/dev/null
tar xzf fontsource-noto-nastaliq-urdu-*.tgz
python3 -m venv tools
tools/bin/pip install --quiet 'fonttools[woff]==4.68.0'

# Space; punctuation and honorifics; the letters of Urdu and those of Arabic that quotations have; vowel signs;
# figures of both kinds; joiners; the ligatures of religious formulas.
letters="U+0020,U+00A0,U+060C,U+060E-0614,U+061B,U+061F,U+0621-063A,U+0640-0657,U+0660-066D,U+0670,U+0679,U+067E,\
U+0686,U+0688,U+0691,U+0698,U+06A9,U+06AF,U+06BA,U+06BE,U+06C0-06C3,U+06CC,U+06D2-06D4,U+06F0-06F9,\
U+0600-0603,U+200C-200E,U+FD3E-FD3F,U+FDF2,U+FDFA"

tools/bin/pyftsubset package/files/noto-nastaliq-urdu-arabic-400-normal.woff2 \
    --unicodes="$letters" --layout-features='*' --layout-scripts='*' --no-hinting --flavor=woff2 \
    --name-IDs='0,1,2,3,4,5,6,13,14' --output-file="$here/noto-nastaliq-urdu.woff2"
cp package/LICENSE "$here/OFL.txt"
ls -l "$here/noto-nastaliq-urdu.woff2"
