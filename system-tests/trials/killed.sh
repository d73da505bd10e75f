# shellcheck shell=bash disable=SC2034,SC2154
# Two servers that share a database are killed in turn while they tell people; nothing but Java is needed.
