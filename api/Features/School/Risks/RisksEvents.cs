using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Risks;

public sealed record RiskMeasureAdded() : IEvent;

public sealed record SignalsComputed(int Programs, int Signs) : IEvent;

public sealed record SignalDecided([Capital] bool Confirmed) : IEvent;

public sealed record SignalExplained() : IEvent;

public sealed record RiskMeasureFinished() : IEvent;

public sealed record RiskMoved([Capital] RiskStep Step) : IEvent;

public sealed record RiskOpened([Capital, Code] string KindCode, [Capital] int Probability, [Capital] int Impact) : IEvent;

public sealed record RiskRevised([Capital, Code] string KindCode, [Capital] int Probability, [Capital] int Impact) : IEvent;

public sealed record SignalReachedPair() : IEvent;

public sealed record SignalReachedSchool() : IEvent;
