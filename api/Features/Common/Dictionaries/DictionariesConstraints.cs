using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

sealed class DictionariesConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["dictionary_entry_pkey"] = "dictionary.exists",
        ["dictionary_entry_one_current"] = "dictionary.exists",
    };
}
