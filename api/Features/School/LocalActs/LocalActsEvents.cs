using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.LocalActs;

public sealed record ActAgreed([Capital] int Edition) : IEvent;

public sealed record SuggestionAnswered(Guid Act, [Capital] bool Accepted) : IEvent;

public sealed record ActSigned([Capital] int Edition, [Capital] DateOnly EffectiveOn, ActStatus Status) : IEvent;

public sealed record CoDraftingClosed() : IEvent;

public sealed record CosignDecided([Capital] bool Given, [Capital] int Edition) : IEvent;

public sealed record ActDrafted(ActKind Kind, [Capital] Guid? SupersedesId) : IEvent;

public sealed record SuggestionsIncorporated([Capital] int Edition, int Suggestions) : IEvent;

public sealed record CoDraftingOpened([Capital] int Edition, [Capital] DateOnly ClosesOn) : IEvent;

public sealed record ActTookForce([Capital] DateOnly? EffectiveOn) : IEvent;

public sealed record ActTakenBack(ActStatus From) : IEvent;

public sealed record CosignRequested([Capital] int Edition) : IEvent;

public sealed record ActSentBack([Capital] int Edition) : IEvent;

public sealed record ActRevised([Capital] int Edition) : IEvent;

public sealed record ActTemplateSaved(ActKind Kind, [Capital] int Version) : IEvent;

public sealed record WordingSuggested(Guid Act, SuggestionKind Kind, DrafterSide Side) : IEvent;

public sealed record SuggestionWithdrawn(Guid Act) : IEvent;
