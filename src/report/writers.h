// The functions behind the table of formats.
#pragma once

#include "report/report.h"

namespace threadlint::report {

void WriteText(const Report& report, const ReportOptions& options, Output& output);
void WriteJson(const Report& report, const ReportOptions& options, Output& output);
void WriteSarif(const Report& report, const ReportOptions& options, Output& output);
void WriteGithub(const Report& report, const ReportOptions& options, Output& output);
void WriteGithubSummary(const Report& report, const ReportOptions& options, uint64_t room,
                        Output& output);
void WriteGitlab(const Report& report, const ReportOptions& options, Output& output);
void WriteJsonLines(const Report& report, const ReportOptions& options, Output& output);
void WriteJunit(const Report& report, const ReportOptions& options, Output& output);
void WriteCsv(const Report& report, const ReportOptions& options, Output& output);
void WriteMarkdown(const Report& report, const ReportOptions& options, Output& output);
void WriteTextCase(const Report& report, uint32_t case_index, const ReportOptions& options,
                   Output& output);
void WriteHtmlCase(const Report& report, uint32_t case_index, const ReportOptions& options,
                   Output& output);
void WriteHtml(const Report& report, const ReportOptions& options, Output& output);

}  // namespace threadlint::report
