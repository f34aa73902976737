# What `cmake --workflow --preset check` runs besides the tests of its own tree, which is built by
# g++ for release with warnings as errors: one line of ctest each, each the preset of that name in
# its own build folder, where it can be repeated alone: `cmake --workflow --preset asan`.
foreach(preset asan clang tsan tidy)
  add_test(NAME check.${preset} COMMAND "${CMAKE_COMMAND}" --workflow --preset ${preset}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  # Each takes all cores.
  set_tests_properties(check.${preset} PROPERTIES RUN_SERIAL TRUE LABELS check)
endforeach()

find_program(CLANG_FORMAT clang-format REQUIRED)
add_test(NAME check.format COMMAND "${CMAKE_COMMAND}"
  -D "CLANG_FORMAT=${CLANG_FORMAT}" -D "SOURCE=${PROJECT_SOURCE_DIR}"
  -P "${PROJECT_SOURCE_DIR}/src/cmake/WorkflowFormat.cmake")
set_tests_properties(check.format PROPERTIES LABELS check)
