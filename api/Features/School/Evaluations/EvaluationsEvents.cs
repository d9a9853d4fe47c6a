using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

public sealed record CouncilEvaluationCancelled() : IEvent;

public sealed record CouncilEvaluationConcluded() : IEvent;

public sealed record CouncilEvaluationMarked() : IEvent;

public sealed record CouncilEvaluationOpened() : IEvent;
