using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

public sealed record PupilResultEntered(PupilResultKind Kind) : IEvent;

public sealed record PupilResultChanged(PupilResultStep Step) : IEvent;

public sealed record PupilResultUndone(PupilResultStep Step) : IEvent;

public sealed record PupilResultsUploaded([Code] string Hash) : IEvent;
