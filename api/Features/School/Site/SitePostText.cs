using FluentValidation;

namespace Mentoring.Api.Features.School.Site;

/// <summary>What an author writes.</summary>
public record SitePostText
{
    public required SiteCategory Category { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences for the list and the feed; at most 500 characters.</summary>
    public required string Lead { get; init; }

    /// <summary>Paragraphs apart by an empty line; `## ` begins a heading, `- ` a list item; web addresses become links. At most 20,000 characters.</summary>
    public required string Body { get; init; }

    /// <summary>The day of the event; null for what has none.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>People of the staff who take part. Only those who released their name are shown, for as long as they do.</summary>
    public required IReadOnlyList<Guid> PersonIds { get; init; }

    public sealed class Validator : AbstractValidator<SitePostText>
    {
        public Validator()
        {
            RuleFor(t => t.Title).NotEmpty().MaximumLength(200);
            RuleFor(t => t.Lead).NotEmpty().MaximumLength(500);
            RuleFor(t => t.Body).NotNull().MaximumLength(20_000);
            RuleFor(t => t.PersonIds).NotNull().Must(ids => ids.Count <= 50 && ids.Distinct().Count() == ids.Count);
        }
    }
}
