#!/bin/sh
# Build $VENV from requirements.lock: every package pinned, every file checked against its hash.
# uv does it in seconds; where uv cannot be had, plain pip does the same more slowly.
set -eu

VENV=${VENV:-.venv}

# say "in Chinese" "in English": the language of LIANXIN_LOCALE, as everything else at the terminal
say() {
    case "${LIANXIN_LOCALE:-zh}" in
    en*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
    esac
}

fits() {
    "$1" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13)))' 2>/dev/null
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    found=$("${PYTHON:-python3}" --version 2>&1 || echo none)
    say "连心需要 Python 3.11、3.12 或 3.13（找到的是：$found）。" "Lianxin needs Python 3.11, 3.12 or 3.13 (found: $found)."
    say "Debian：apt-get install python3 python3-venv。用另一个：make PYTHON=/path/to/python3.12 …" \
        "On Debian: apt-get install python3 python3-venv.  Another one: make PYTHON=/path/to/python3.12 …"
    exit 1
}

# uv reads no pip.conf: hand it the index that the machine's owner has set for pip, if any
index_of_pip() {
    if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
        index=$("$VENV/bin/python" -m pip config get global.index-url 2>/dev/null) ||
            index=${PIP_INDEX_URL:-}
        if [ -n "$index" ]; then
            UV_DEFAULT_INDEX=$index
            export UV_DEFAULT_INDEX
        fi
    fi
}

lines_of() {
    awk -v name="$1" '/^[a-zA-Z]/ {on = index($0, name "==") == 1} on' requirements.lock
}

pip_install() {
    "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || "$VENV/bin/python" -m ensurepip >/dev/null || return 1
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
        --no-build-isolation -r "$1"
}

with_uv() {
    if ! "$VENV/bin/uv" --version 2>/dev/null | grep -qF "uv $uv_version"; then
        pip_install "$VENV/uv.lock" || return 1
    fi
    pip_install "$VENV/setuptools.lock" || return 1
    index_of_pip
    # the machine's own certificates, as pip uses them: a network with an authority of its own is common
    if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
        UV_SYSTEM_CERTS=${UV_SYSTEM_CERTS:-1}
        export UV_SYSTEM_CERTS
    fi
    VIRTUAL_ENV=$(cd "$VENV" && pwd) "$VENV/bin/uv" pip sync --quiet --require-hashes --no-build-isolation \
        requirements.lock
}

with_pip() {
    say "改用 pip 安装，要慢一些。" "Going on with pip, which takes longer."
    pip_install "$VENV/setuptools.lock" && pip_install requirements.lock
}

if [ ! -x "$VENV/bin/python" ] || ! fits "$VENV/bin/python"; then
    python=$(find_python) || exit 1
    say "正在用 $("$python" --version) 建立 $VENV …" "Making $VENV with $("$python" --version) …"
    rm -rf "$VENV"
    "$python" -m venv "$VENV" || {
        rm -rf "$VENV"
        say "这个 Python 建不了环境。Debian：apt-get install python3-venv。" \
            "This Python cannot make environments. On Debian: apt-get install python3-venv."
        exit 1
    }
fi

# what is needed before the rest, each with its lines of the lock: uv, and what builds a package without a wheel
lines_of uv >"$VENV/uv.lock"
lines_of setuptools >"$VENV/setuptools.lock"
uv_version=$(sed -n 's/^uv==\([^ ]*\).*/\1/p' "$VENV/uv.lock")

say "正在安装 requirements.lock 里的包 …" "Installing the packages of requirements.lock …"
with_uv || with_pip || {
    say "包没有装成，原因见上。软件源连得上吗？" "The packages could not be installed: see above. Is the package index reachable?"
    exit 1
}

# the project itself, from where it lies: changes in the checkout count at once
if [ -x "$VENV/bin/uv" ]; then
    VIRTUAL_ENV=$(cd "$VENV" && pwd) "$VENV/bin/uv" pip install --quiet --no-deps --no-build-isolation --offline \
        --editable .
else
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
fi
