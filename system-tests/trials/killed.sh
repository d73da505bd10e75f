# shellcheck shell=bash disable=SC2034,SC2154
# Who tells people of incidents is killed, and who puts history in order; nothing but Java is needed. It takes a quarter of an hour.
