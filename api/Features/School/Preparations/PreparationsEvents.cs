using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Preparations;

public sealed record PreparationAdded(PreparationKind Kind, PreparationLevel Level) : IEvent;

public sealed record PreparationFinished(PreparationStatus Status) : IEvent;
