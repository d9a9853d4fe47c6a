using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Practices;

/// <summary>What authors write about a practice.</summary>
public record PracticeText
{
    /// <summary>At most 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What the practice answers; at most 4,000 characters.</summary>
    public required string Problem { get; init; }

    /// <summary>What is done and how; at most 20,000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>What came of it; at most 4,000 characters.</summary>
    public required string Results { get; init; }

    /// <summary>By what it shows: diagnosis before and after, records, products; at most 4,000 characters.</summary>
    public required string Evidence { get; init; }

    /// <summary>Codes of the dictionary `competence-area`, at least one.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Codes of the dictionary `mentor-topic`.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The other authors, who work at the school; each is named only with their own consent.</summary>
    public required IReadOnlyList<Guid> AuthorIds { get; init; }

    public sealed class Validator : AbstractValidator<PracticeText>
    {
        public Validator()
        {
            RuleFor(t => t.Title).NotEmpty().MaximumLength(200);
            RuleFor(t => t.Problem).NotEmpty().MaximumLength(4000);
            RuleFor(t => t.Description).NotEmpty().MaximumLength(20_000);
            RuleFor(t => t.Results).NotEmpty().MaximumLength(4000);
            RuleFor(t => t.Evidence).NotEmpty().MaximumLength(4000);
            RuleFor(t => t.Areas).Must(codes => codes.Count is > 0 and <= 10 && codes.Distinct().Count() == codes.Count);
            RuleFor(t => t.Topics).Must(codes => codes.Count <= 10 && codes.Distinct().Count() == codes.Count);
            RuleFor(t => t.AuthorIds).Must(ids => ids.Count <= 10 && ids.Distinct().Count() == ids.Count);
        }
    }

    public async Task Check(Db db, CancellationToken ct)
    {
        if (!await Known("competence-area", Areas, db, ct)) throw new BadInput("practice.code-unknown") { Pointer = "/areas" };
        if (!await Known("mentor-topic", Topics, db, ct)) throw new BadInput("practice.code-unknown") { Pointer = "/topics" };
    }

    static async Task<bool> Known(string dictionary, IReadOnlyList<string> codes, Db db, CancellationToken ct) =>
        await db.One<int>("select count(*)::int from dictionary_entry where dictionary = @dictionary and code = any(@Codes) and valid_to is null",
            new { dictionary, Codes = codes.ToArray() }, ct) == codes.Count;
}
