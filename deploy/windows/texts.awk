# From texts.tsv (name, English, French) to rows: English is the property's value, an action sets French.

BEGIN {
  FS = OFS = "\t"
  # Every language whose primary part is French, by Windows' numbers; 11276 is Cameroon.
  split("1036 2060 3084 4108 5132 6156 7180 8204 9228 10252 11276 12300 13324 14348 15372", french, " ")
  for (i = 1; i in french; i++) condition = condition (i > 1 ? " OR " : "") "UserLanguageID=" french[i]
}

{
  print $1, $2 >> (into "/Property.idt")
  print "French" $1, 51, $1, $3, "" >> (into "/CustomAction.idt")
  print "French" $1, "FRENCH", 101 + NR >> (into "/InstallExecuteSequence.idt")
  print "French" $1, "FRENCH", 101 + NR >> (into "/InstallUISequence.idt")
}

END {
  print "SpeakFrench", 51, "FRENCH", "1", "" >> (into "/CustomAction.idt")
  print "SpeakFrench", condition, 101 >> (into "/InstallExecuteSequence.idt")
  print "SpeakFrench", condition, 101 >> (into "/InstallUISequence.idt")
}
