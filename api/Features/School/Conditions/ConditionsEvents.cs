using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

public sealed record RoomAdded() : IEvent;

public sealed record ConditionAssessed([Capital, Code] string Code, [Capital] ConditionLevel Level, [Capital] int Year) : IEvent;

public sealed record RoomBooked() : IEvent;

public sealed record RoomBookingCancelled() : IEvent;

public sealed record RoomRevised() : IEvent;
