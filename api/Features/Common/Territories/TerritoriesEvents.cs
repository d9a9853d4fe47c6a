using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Territories;

public sealed record TerritoryAdded([Capital, Code] string Code, [Number] TerritoryLevel Level) : IEvent;
