using System.Diagnostics;
using System.Net.Http.Headers;

namespace Mentoring.Benchmarks;

/// <summary>The best proposal for all teachers of a region without a tutor, over HTTP, as the head of the centre asks for it.</summary>
public static class TutorProposal
{
    const double GoalSeconds = 5;

    public static async Task<Line> Measure(TestBed bed, Options options)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await bed.CentreToken());
        var address = new Uri(bed.Api.Address, $"/api/v1/organizations/{bed.Contours.Centre}/tutor-plan");
        await client.GetByteArrayAsync(address);
        bed.Api.ForgetPeak();
        var (times, bytes) = (new List<double>(), 0);
        for (var round = 0; round < options.Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            bytes = (await client.GetByteArrayAsync(address)).Length;
            times.Add(watch.Elapsed.TotalSeconds);
        }

        var seconds = times.Order().ElementAt(times.Count / 2);
        return new($"tutor proposal, {bed.Contours.Teachers:N0} teachers, {Contours.Tutors} tutors, {bytes:N0} bytes", "proposals/s", Figures.Rate(1 / seconds),
            null, bed.Api.PeakMemory, seconds, GoalSeconds, seconds < GoalSeconds)
        {
            AtMost = true,
        };
    }
}
