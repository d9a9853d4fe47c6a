using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Dictionaries;

public sealed record DictionaryEntryAdded([Code] string Dictionary, [Capital, Code] string Code) : IEvent;

public sealed record DictionaryEntryRevised([Code] string Dictionary, [Capital, Code] string Code, int Version) : IEvent;
