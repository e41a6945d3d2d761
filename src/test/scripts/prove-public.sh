#!/usr/bin/env bash
# Whatever the process's environment says, the browser goes through the lane alone, sends no cookie
# and no authorization, and uses no profile, proxy or flag of the machine's. Whoever can put code
# into the process (LD_PRELOAD, NODE_OPTIONS, JAVA_TOOL_OPTIONS with an agent) runs another program.
source "$(dirname "$0")/prove-lib.sh"
lab_start
mapfile -t options < <(look)
page=http://mastodon.lab/@ada/103270115826048975
home=$WORK/home
mkdir -p "$home/.config/chromium/Default" "$home/.config/google-chrome/Default"
printf 'machine mastodon.lab login ada password secret\n' | tee "$home/.netrc" >"$home/_netrc"
chmod 600 "$home/.netrc"
echo '--proxy-server=http://127.0.0.1:1 --no-proxy-server --user-data-dir=/tmp/theirs' >"$home/.config/chromium-flags.conf"
echo '{"profile":{"default_content_setting_values":{"cookies":1}}}' >"$home/.config/chromium/Default/Preferences"

# holds WHAT VARIABLE=VALUE…: a capture with these variables is COMPLETE all the same
holds() {
  local what=$1 code
  shift
  env "$@" "$AFFIANT" capture "${options[@]}" --store "$WORK/store" "$page" >"$WORK/out" 2>"$WORK/err"
  code=$?
  claim "$what: exit $code: $(cut -c1-60 "$WORK/out")" test "$code" = 0
}
holds "proxies of the environment" HTTP_PROXY=http://u:p@127.0.0.1:1 HTTPS_PROXY=http://127.0.0.1:1 \
  ALL_PROXY=socks5://127.0.0.1:1 http_proxy=http://127.0.0.1:1 https_proxy=http://127.0.0.1:1 all_proxy=http://127.0.0.1:1
holds "no proxy for anything" NO_PROXY='*' no_proxy='*'
holds "flags for the browser" CHROMIUM_FLAGS='--no-proxy-server' CHROME_FLAGS='--no-proxy-server' CHROMIUM_USER_FLAGS='--no-proxy-server'
holds "a proxy for Java" JAVA_TOOL_OPTIONS='-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=1 -DsocksProxyHost=127.0.0.1'
holds "a home with profiles and .netrc" HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_CACHE_HOME="${XDG_CACHE_HOME:-$HOME/.cache}"
holds "Playwright's own variables" PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH=/nope PW_TEST_CONNECT_WS_ENDPOINT=ws://127.0.0.1:1 PLAYWRIGHT_SERVICE_URL=ws://127.0.0.1:1 PWDEBUG=0 PW_CHROMIUM_ATTACH_TO_OTHER=1
holds "variables that nobody knows" AFFIANT_COOKIE=session=secret AFFIANT_HEADER='Authorization: Bearer x' AFFIANT_STORAGE_STATE=x.json AFFIANT_POLICY=off AFFIANT_PROXY=http://127.0.0.1:1
lab_stop
claim "every request came, none with a credential: $(wc -l <"$WORK/lab.jsonl") requests" \
  test "$(grep -c '"credentials":true' "$WORK/lab.jsonl")" = 0
claim "the page was asked for by every capture" \
  test "$(grep -c 'ada/103270115826048975"' "$WORK/lab.jsonl")" -ge 7
"$AFFIANT" verify --store "$WORK/store" >"$WORK/verdict"
claim "$(head -n 1 "$WORK/verdict")" grep -q '^INTACT' "$WORK/verdict"
over
