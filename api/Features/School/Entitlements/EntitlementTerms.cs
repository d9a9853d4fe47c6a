using FluentValidation;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>A measure of support as the school writes it down.</summary>
/// <param name="Source">The document, its number and point; at most 500 characters.</param>
/// <param name="EndsOn">The first day on which the measure is no longer in force; null without a term.</param>
/// <param name="AmountKopecks">Null where the measure is not money.</param>
/// <param name="Paid">Only with an amount.</param>
/// <param name="Note">At most 1000 characters.</param>
public sealed record EntitlementTerms(
    EntitlementKind Kind, SourceLevel SourceLevel, string Source, DateOnly StartsOn, DateOnly? EndsOn, long? AmountKopecks, PaidHow? Paid, string Note)
{
    public sealed class Validator : AbstractValidator<EntitlementTerms>
    {
        public Validator()
        {
            RuleFor(t => t.Source).NotEmpty().MaximumLength(500);
            RuleFor(t => t.Note).MaximumLength(1000);
            RuleFor(t => t.AmountKopecks).GreaterThan(0);
            RuleFor(t => t.AmountKopecks).NotNull()
                .When(t => t.Kind is EntitlementKind.PaySupplement or EntitlementKind.Allowance or EntitlementKind.OtherPayment);
            RuleFor(t => t.Paid).NotNull().When(t => t.AmountKopecks is not null);
            RuleFor(t => t.Paid).Null().When(t => t.AmountKopecks is null);
            RuleFor(t => t.EndsOn).GreaterThan(t => t.StartsOn);
        }
    }
}
