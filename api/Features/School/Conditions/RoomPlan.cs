using FluentValidation;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>What a room is.</summary>
/// <param name="Name">At most 100 characters; no two rooms of a school share it.</param>
/// <param name="Place">Floor or building; at most 200 characters.</param>
/// <param name="Seats">1 to 500.</param>
/// <param name="Equipment">At most 500 characters.</param>
public sealed record RoomPlan(string Name, string? Place, int Seats, string? Equipment)
{
    public sealed class Validator : AbstractValidator<RoomPlan>
    {
        public Validator()
        {
            RuleFor(p => p.Name).NotEmpty().MaximumLength(100);
            RuleFor(p => p.Place).MaximumLength(200);
            RuleFor(p => p.Seats).InclusiveBetween(1, 500);
            RuleFor(p => p.Equipment).MaximumLength(500);
        }
    }
}

/// <summary>How a room stands after a change.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record RoomState(Guid Id, RoomStatus Status, int Version);
