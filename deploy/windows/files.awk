# From the paths of a folder, sorted, to what wixl installs: a component for each folder that holds files.

function xml(text) { gsub(/&/, "\\&amp;", text); return text }

function folder_of(path) { return path ~ /\// ? substr(path, 1, match(path, /\/[^\/]*$/) - 1) : "" }

function name_of(path) { sub(/.*\//, "", path); return path }

function open(path, up) {
  if (path in folders) return
  up = folder_of(path)
  open(up)
  folders[path] = "Folder" ++count
  declared = declared sprintf("<DirectoryRef Id=\"%s\"><Directory Id=\"%s\" Name=\"%s\"/></DirectoryRef>\n",
    folders[up], folders[path], xml(name_of(path)))
}

BEGIN { folders[""] = "INSTALLDIR" }

{
  folder = folder_of($0)
  open(folder)
  key = folder in content ? "" : " KeyPath=\"yes\""
  content[folder] = content[folder] sprintf("<File Id=\"File%d\" Source=\"$(var.Stage)/%s\"%s/>\n", NR, xml($0), key)
}

END {
  print "<Wix xmlns=\"http://schemas.microsoft.com/wix/2006/wi\"><Fragment>"
  printf "%s", declared
  for (folder in content) {
    part = folders[folder]
    printf "<DirectoryRef Id=\"%s\"><Component Id=\"%sFiles\" Guid=\"*\" Win64=\"yes\">\n%s</Component></DirectoryRef>\n",
      part, part, content[folder]
    group = group sprintf("<ComponentRef Id=\"%sFiles\"/>\n", part)
  }
  printf "<ComponentGroup Id=\"Files\">\n%s</ComponentGroup></Fragment></Wix>\n", group
}
