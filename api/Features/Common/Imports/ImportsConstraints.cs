using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Imports;

sealed class ImportsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["import_file_once"] = "import.duplicate",
        ["employment_one_main"] = "employment.main-exists",
        ["employment_once_per_position"] = "employment.exists",
    };
}
