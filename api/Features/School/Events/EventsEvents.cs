using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

public sealed record PublicEventCancelled() : IEvent;

public sealed record PublicEventHeld([Capital] int CameStaff, [Capital] int CameGuests) : IEvent;

public sealed record PublicEventPlanned([Capital] PublicEventKind Kind) : IEvent;

public sealed record PublicEventRevised([Capital] PublicEventKind Kind) : IEvent;

public sealed record PublicEventTold(Guid Post) : IEvent;
