using MiniExcelLibs;

namespace Mentoring.Tests.Support;

/// <summary>Reads a workbook as its users' programs do.</summary>
static class Workbook
{
    /// <summary>The rows of the first sheet under the names of its columns.</summary>
    public static List<IDictionary<string, object?>> Rows(Stream file) =>
        [.. MiniExcel.Query(file, useHeaderRow: true).Cast<IDictionary<string, object?>>()];
}
