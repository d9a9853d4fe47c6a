using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Region.Diagnosis;

sealed class DiagnosisScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/diagnoses/", "mentee"), new("/diagnoses/", "mentor", "?view=Shared"), new("/diagnoses/$diagnosisId", "mentee", ListedOn: "/diagnoses/"),
        new("/school/$orgId/instruments/", "centre-head"), new("/school/$orgId/outside-results", "centre-head"),
        new("/school/$orgId/instruments/$instrumentId", "centre-head", ListedOn: "/school/$orgId/instruments/"),
        new("/territory/$territory/instruments/", "region"),
        new("/territory/$territory/instruments/$instrumentId", "region", ListedOn: "/territory/$territory/instruments/"),
    ];
}
