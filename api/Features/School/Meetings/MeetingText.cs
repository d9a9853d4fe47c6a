using FluentValidation;

namespace Mentoring.Api.Features.School.Meetings;

/// <summary>The limits that hold wherever a meeting is written.</summary>
public static class MeetingText
{
    public static void IsDuration<T>(this IRuleBuilder<T, int> rule) => rule.InclusiveBetween(MeetingTimes.Shortest, MeetingTimes.Longest);

    public static void IsTopic<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(300);

    public static void IsPlace<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(300);

    public static void IsSummary<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(4000);
}
