using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

public sealed record CaseEntered(CaseEntryKind Entry) : IEvent;
