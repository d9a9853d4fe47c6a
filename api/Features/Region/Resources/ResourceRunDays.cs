using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>When a run is, and for how many.</summary>
/// <param name="EndsOn">The first day on which it is over.</param>
/// <param name="ApplyUntil">The last day on which a place can be taken; not after the first day.</param>
/// <param name="Places">1 to 10,000.</param>
public sealed record ResourceRunDays(DateOnly StartsOn, DateOnly EndsOn, DateOnly ApplyUntil, int Places)
{
    internal sealed class Validator : AbstractValidator<ResourceRunDays>
    {
        public Validator()
        {
            RuleFor(d => d.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(d => d.EndsOn).GreaterThan(d => d.StartsOn).LessThan(new DateOnly(2101, 1, 1));
            RuleFor(d => d.ApplyUntil).LessThanOrEqualTo(d => d.StartsOn).GreaterThan(new DateOnly(2000, 1, 1));
            RuleFor(d => d.Places).InclusiveBetween(1, 10_000);
        }
    }

    /// <summary>Days to come: what is over is not entered as an offer.</summary>
    internal void DemandToCome(DateOnly today)
    {
        if (EndsOn <= today) throw new BadInput("resource.run-past") { Pointer = "/days/endsOn" };
    }
}
