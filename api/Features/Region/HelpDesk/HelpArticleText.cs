using FluentValidation;

namespace Mentoring.Api.Features.Region.HelpDesk;

/// <summary>What is written in an article.</summary>
/// <param name="Title">The question that it answers: at most 200 characters.</param>
/// <param name="Text">The answer, without anything that tells of a person or a school: at most 20,000 characters.</param>
/// <param name="Form">Code of the dictionary `help-form`.</param>
/// <param name="Areas">Codes of the dictionary `competence-area`: at most 8.</param>
/// <param name="Country">For the whole country; otherwise for the body's region.</param>
public sealed record HelpArticleText(string Title, string Text, string Form, string[] Areas, bool Country);

sealed class HelpArticleTextValidator : AbstractValidator<HelpArticleText>
{
    public HelpArticleTextValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
        RuleFor(c => c.Text).NotEmpty().MaximumLength(20_000);
        RuleFor(c => c.Form).NotEmpty().MaximumLength(64);
        RuleFor(c => c.Areas.Length).LessThanOrEqualTo(8).OverridePropertyName("areas");
    }
}
