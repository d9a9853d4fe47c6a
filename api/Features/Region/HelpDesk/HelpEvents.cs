using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.HelpDesk;

// A question is written into the trails of both sides: no word of it, only that it was asked and went on.

/// <summary>A question left the school.</summary>
public sealed record HelpSent(Guid BodyId, [Code] string Form) : IEvent;

/// <summary>A question has come to the body: asked, or passed on by another.</summary>
public sealed record HelpReceived([Code] string Form) : IEvent;

/// <summary>A step that the body took, as the asker's side has it.</summary>
public sealed record HelpMoved(HelpStep Step) : IEvent;

/// <summary>A step that the asker took, as the body has it.</summary>
public sealed record HelpDecided(HelpStep Step) : IEvent;

/// <summary>The body wrote or attached something.</summary>
public sealed record HelpWrittenByBody(HelpEntryKind Kind) : IEvent;

/// <summary>The asker wrote or attached something.</summary>
public sealed record HelpWrittenByAsker(HelpEntryKind Kind) : IEvent;

/// <summary>The body passed a question on.</summary>
public sealed record HelpPassed(Guid BodyId) : IEvent;

/// <summary>The term of the body is over.</summary>
public sealed record HelpRanOut(DateOnly DueOn) : IEvent;

/// <summary>The head has not seen to it either: the region is told.</summary>
public sealed record HelpReported(Guid BodyId) : IEvent;

/// <summary>The body or the school has come to its end, and open questions with it.</summary>
public sealed record HelpEnded() : IEvent;

public sealed record HelpRuleSet(int Days) : IEvent;

public sealed record HelpArticleDrafted() : IEvent;

public sealed record HelpArticleRevised() : IEvent;

public sealed record HelpArticleMoved(HelpArticleStatus Status, bool Country) : IEvent;

public sealed record HelpArticleRated(bool Helpful) : IEvent;
