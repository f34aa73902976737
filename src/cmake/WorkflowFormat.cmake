# cmake -D CLANG_FORMAT=… -D SOURCE=… -P WorkflowFormat.cmake
foreach(folder include src tests)
  file(GLOB_RECURSE found "${SOURCE}/${folder}/*.h" "${SOURCE}/${folder}/*.cc")
  list(APPEND files ${found})
endforeach()
if(NOT files)
  message(FATAL_ERROR "no sources below ${SOURCE}")
endif()
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${files} COMMAND_ERROR_IS_FATAL ANY)
