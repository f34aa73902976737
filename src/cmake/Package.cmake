# cpack -G DEB: threadlint, and libthreadlint-dev for programs that link the library. cpack -G TGZ in
# a tree of the preset static: the program for any Linux.
set(THREADLINT_MAINTAINER "The threadlint authors <threadlint@localhost>"
  CACHE STRING "Whom the Debian package names as its maintainer")

set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "lint for support e-mail threads")
set(CPACK_PACKAGE_VENDOR "The threadlint authors")
set(CPACK_PACKAGE_CONTACT "${THREADLINT_MAINTAINER}")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES TRUE)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_COMPONENTS_ALL program)
if(NOT THREADLINT_STATIC)
  list(APPEND CPACK_COMPONENTS_ALL development)
endif()

# The archive: one folder that can lie anywhere.
set(CPACK_ARCHIVE_COMPONENT_INSTALL ON)
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_PACKAGE_FILE_NAME "threadlint-${PROJECT_VERSION}-${system}")
set(CPACK_ARCHIVE_PROGRAM_FILE_NAME "${CPACK_PACKAGE_FILE_NAME}")
set(CPACK_ARCHIVE_DEVELOPMENT_FILE_NAME "threadlint-dev-${PROJECT_VERSION}-${system}")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/generated/cpack_archive.cmake" CONTENT [[
if(NOT CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_COMPONENT_INCLUDE_TOPLEVEL_DIRECTORY ON)
endif()
]] @ONLY)
set(CPACK_PROJECT_CONFIG_FILE "${PROJECT_BINARY_DIR}/generated/cpack_archive.cmake")

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/src/cmake/PackageDebian.cmake")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME threadlint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION mail)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "pst-utils, libemail-outlook-message-perl")
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"A help desk finds a conversation again by a token in the address that
answers go to. When the token changes or goes, nobody at the desk sees any
more what was agreed. threadlint reads a mail export (mbox, Maildir, .eml,
archives of these), puts the messages back into cases, and says which mail
carried the change, and which requests, statements and promises do not go
together.")

# What the static library stands on is linked by its user.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libthreadlint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "libarchive-dev, libboost-regex-dev, libfmt-dev, libicu-dev, libmimetic-dev, libpugixml-dev, libre2-dev, libssl-dev")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION
"The static library that the program threadlint stands on, its headers, and
what CMake's find_package(threadlint) reads.")

include(CPack)
