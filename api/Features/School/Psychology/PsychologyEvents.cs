using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

public sealed record PsychologyTaskAdded() : IEvent;

public sealed record PulseAnswered() : IEvent;

public sealed record TrainingCalledOff() : IEvent;

public sealed record PulseClosed([Capital] int Answers) : IEvent;

public sealed record PsychologyTaskFinished() : IEvent;

public sealed record OpinionGiven(int Pairs) : IEvent;

public sealed record TrainingHeld(int Attended) : IEvent;

public sealed record PulseStarted(int Invited) : IEvent;

public sealed record TrainingPlanned(int Invited) : IEvent;

public sealed record ReadinessRecorded() : IEvent;

public sealed record TrainingRevised(int Invited) : IEvent;

public sealed record TrainingPlaceLeft(bool Uninvited = true) : IEvent;
