using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Setup;

public sealed record ProvisionAdded(ProvisionKind Kind) : IEvent;

public sealed record ProvisionMoved(ProvisionStep Step) : IEvent;

public sealed record ReviewRecorded(DateOnly Due, DateOnly Next) : IEvent;

public sealed record ProvisionRevised(ProvisionKind Kind) : IEvent;

public sealed record SetupSaved(MentoringStructure? Structure, [Capital] int? ReviewEveryMonths) : IEvent;
