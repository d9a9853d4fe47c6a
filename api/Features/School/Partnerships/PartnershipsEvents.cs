using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Partnerships;

public sealed record PartnerContactAdded([Capital] PartnerContactRole Role) : IEvent;

public sealed record ContractFileAttached([Capital, Code] string MediaType, [Capital] int Size) : IEvent;

public sealed record PartnerContractDrafted([Capital] PartnerContractKind Kind) : IEvent;

public sealed record PartnerContactErased() : IEvent;

public sealed record NextStepFinished() : IEvent;

public sealed record CoordinationLogged([Capital] CoordinationKind Kind) : IEvent;

public sealed record PartnerContractMoved([Capital] PartnerContractStep Step) : IEvent;

public sealed record CoordinationRevised([Capital] CoordinationKind Kind) : IEvent;

public sealed record PartnerContactRevised([Capital] PartnerContactRole Role) : IEvent;

public sealed record PartnerContractRevised([Capital] PartnerContractKind Kind) : IEvent;

public sealed record ContractNearsEnd() : IEvent;

public sealed record NextStepLapsed() : IEvent;
