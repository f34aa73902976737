# Run by cpack when all is in place and before it is packed: what Debian's policy wants (12.1, 12.5,
# 12.7), and an installation from source does not.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  return()
endif()

string(TIMESTAMP today "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH, where it is set
file(READ "${CPACK_RESOURCE_FILE_LICENSE}" license)
string(REGEX MATCH "Copyright[^\n]*" holder "${license}")
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n" "\n " license "${license}")
string(STRIP "${license}" license)

function(package component name)
  set(root "${CPACK_TEMPORARY_DIRECTORY}/${component}/usr")
  if(NOT IS_DIRECTORY "${root}")
    return()
  endif()
  set(doc "${root}/share/doc/${name}")
  file(REMOVE "${doc}/LICENSE")
  string(REGEX REPLACE "^Copyright (\\(c\\) )?" "" holder "${holder}")
  file(WRITE "${doc}/copyright"
    "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
    "Upstream-Name: threadlint\n\n"
    "Files: *\nCopyright: ${holder}\nLicense: Expat\n ${license}\n")
  file(WRITE "${doc}/changelog.Debian"
    "threadlint (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium\n\n"
    "  * Version ${CPACK_PACKAGE_VERSION}, built from its sources.\n\n"
    " -- ${CPACK_PACKAGE_CONTACT}  ${today}\n")
  file(GLOB_RECURSE pages "${root}/share/man/*.[157]")
  foreach(file IN LISTS pages ITEMS "${doc}/changelog.Debian")
    execute_process(COMMAND gzip -9nf "${file}" COMMAND_ERROR_IS_FATAL ANY)
    file(CHMOD "${file}.gz" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  endforeach()
  file(CHMOD "${doc}/copyright" PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
endfunction()

package(program threadlint)
package(development libthreadlint-dev)
