using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

public sealed record DiagnosisStarted() : IEvent;

public sealed record DiagnosisSaved() : IEvent;

public sealed record DiagnosisMoved(DiagnosisStep Step) : IEvent;

public sealed record DiagnosisReadersChanged() : IEvent;

public sealed record InstrumentDrafted([Code] string Code, int Edition) : IEvent;

public sealed record InstrumentMoved(InstrumentStep Step) : IEvent;

public sealed record InstrumentRevised([Code] string Code) : IEvent;

public sealed record OutsideResultsUploaded([Code] string Hash) : IEvent;

public sealed record DiagnosisHanded() : IEvent;

public sealed record DiagnosisEvidenceAdded() : IEvent;

public sealed record DiagnosisEvidenceRemoved() : IEvent;
