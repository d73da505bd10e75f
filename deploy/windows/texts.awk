# From texts.tsv (name, English, French) to rows: English is the property's value, an action sets French.

function act(action, target, text, condition, place) {
  print action, 51, target, text, "" >> (into "/CustomAction.idt")
  print action, condition, place >> (into "/InstallExecuteSequence.idt")
  print action, condition, place >> (into "/InstallUISequence.idt")
}

function languages(action, numbers, place,  each, i, condition) {
  split(numbers, each, " ")
  for (i = 1; i in each; i++) condition = condition (i > 1 ? " OR " : "") "UserLanguageID=" each[i]
  act(action, "FRENCH", "1", condition, place)
}

BEGIN {
  FS = OFS = "\t"
  # Every language whose primary part is French, by Windows' numbers; 11276 is Cameroon. A condition has at most 255 letters.
  languages("SpeakFrench", "1036 2060 3084 4108 5132 6156 7180 8204", 100)
  languages("SpeakFrenchToo", "9228 10252 11276 12300 13324 14348 15372", 101)
}

{
  print $1, $2 >> (into "/Property.idt")
  act("French" $1, $1, $3, "FRENCH", 101 + NR)
}
