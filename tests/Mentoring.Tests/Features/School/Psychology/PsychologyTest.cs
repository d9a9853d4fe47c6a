using Mentoring.Api.Platform;
using Mentoring.Tests.Support;

namespace Mentoring.Tests.Features.School.Psychology;

/// <summary>A school with a psychologist, its curator and its pair.</summary>
public abstract class PsychologyTest : ProgramTest
{
    protected HttpClient Psychologist { get; private set; } = null!;

    /// <summary>The psychologist of another school.</summary>
    protected HttpClient OtherPsychologist { get; private set; } = null!;

    protected string Work => $"/api/v1/organizations/{School.Id}/psychology";

    [OneTimeSetUp]
    public async Task AppointPsychologists()
    {
        Psychologist = await As(Role.Psychologist, School.Id);
        OtherPsychologist = await As(Role.Psychologist, await World.School());
    }
}
