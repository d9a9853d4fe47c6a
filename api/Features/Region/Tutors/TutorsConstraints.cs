using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

sealed class TutorsConstraints : INamedConstraints
{
    public IReadOnlyDictionary<string, string> Codes { get; } = new Dictionary<string, string>
    {
        ["tutor_once"] = "tutor.there",
        ["tutor_dates"] = "tutor.end-it",
        ["tutor_capacity"] = "tutoring.no-place",
        ["tutor_in_registry"] = "tutoring.tutor-gone",
        ["tutor_assignment_one_active"] = "tutoring.has-tutor",
        ["tutor_assignment_one_open"] = "tutoring.open",
        ["tutor_assignment_other"] = "tutoring.oneself",
    };
}
