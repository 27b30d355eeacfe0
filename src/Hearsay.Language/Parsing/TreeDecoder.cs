namespace Hearsay.Language.Parsing;

/// <summary>
/// Finds the heads that make the highest-scoring tree in which exactly one word hangs on the root. Takes the best
/// head of each word when those already form such a tree; else runs the contraction algorithm of Chu and Liu (1965)
/// and Edmonds (1967) in Tarjan's dense form, with every root arc made worse by more than any tree can gain, so that
/// exactly one is used (Stanojević and Cohen 2021). Exact up to rounding in float64. Time grows with the square of
/// the length. Not thread-safe: owns scratch.
/// </summary>
internal sealed unsafe class TreeDecoder
{
    private const int None = -1;
    private double[] value = [];   // [node, tail]: best arc from word `tail` into contracted node
    private int[] target = [];     // [node, tail]: the word inside the node that this arc enters
    private int[] component = [], parent = [], best = [], state = [], path = [];
    private int words;

    /// <summary>Decodes.</summary>
    /// <param name="scores">Score of head h for word d at [d·stride + h]; word 0 is the root, row 0 is ignored.</param>
    /// <param name="stride">Floats between rows.</param>
    /// <param name="n">Words including the root, at least 2.</param>
    /// <param name="heads">Filled for 1 to n−1; heads[0] is set to −1.</param>
    public void Decode(float* scores, int stride, int n, Span<int> heads)
    {
        heads[0] = None;
        if (Greedy(scores, stride, n, heads)) return;
        Prepare(scores, stride, n);
        int nodes = Contract(n);
        Expand(n, nodes, heads);
    }

    /// <summary>As above, for rows of <paramref name="n"/> scores without gaps.</summary>
    public void Decode(ReadOnlySpan<float> scores, int n, Span<int> heads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, n * n);
        fixed (float* start = scores) Decode(start, n, n, heads);
    }

    private bool Greedy(float* scores, int stride, int n, Span<int> heads)
    {
        int roots = 0;
        for (int d = 1; d < n; d++)
        {
            float* row = scores + (long)d * stride;
            int arg = 0;
            float top = row[0];
            for (int h = 1; h < n; h++)
                if (row[h] > top && h != d) (top, arg) = (row[h], h);
            heads[d] = arg;
            if (arg == 0) roots++;
        }
        return roots == 1 && IsTree(heads[..n]);
    }

    private bool IsTree(ReadOnlySpan<int> heads)
    {
        if (state.Length < heads.Length) state = new int[heads.Length * 2];
        Array.Clear(state);
        for (int s = 1; s < heads.Length; s++)
        {
            int v = s;
            while (v != 0 && state[v] == 0)
            {
                state[v] = s;
                v = heads[v];
            }
            if (v != 0 && state[v] == s) return false;
        }
        return true;
    }

    private void Prepare(float* scores, int stride, int n)
    {
        words = n;
        int nodes = 2 * n;
        if (parent.Length < nodes)
        {
            value = new double[2 * nodes * nodes];
            target = new int[2 * nodes * nodes];
            component = new int[2 * nodes];
            parent = new int[2 * nodes];
            best = new int[2 * nodes];
            path = new int[2 * nodes];
        }
        if (state.Length < nodes) state = new int[2 * nodes];
        Array.Clear(state);
        double low = double.MaxValue, high = double.MinValue;
        for (int d = 1; d < n; d++)
            for (int h = 0; h < n; h++)
            {
                if (h == d) continue;
                double s = scores[(long)d * stride + h];
                low = Math.Min(low, s);
                high = Math.Max(high, s);
            }
        double penalty = (high - low) * n + 1;
        for (int d = 1; d < n; d++)
            for (int h = 0; h < n; h++)
            {
                value[d * n + h] = scores[(long)d * stride + h] - (h == 0 ? penalty : 0);
                target[d * n + h] = d;
            }
        for (int v = 0; v < n; v++) component[v] = v;
        Array.Fill(parent, None);
    }

    // States of a node: 0 not seen, 1 on the current path, 2 hangs on the root through best arcs.
    private int Contract(int n)
    {
        int nodes = n;
        state[0] = 2;
        for (int s = 1; s < n; s++)
        {
            int v = component[s];
            if (state[v] == 2) continue;
            int depth = 0;
            while (true)
            {
                state[v] = 1;
                path[depth++] = v;
                best[v] = BestTail(v);
                int from = component[best[v]];
                if (state[from] == 2) break;
                if (state[from] == 0) v = from;
                else v = Merge(from, nodes++, ref depth);
            }
            for (int i = 0; i < depth; i++) state[path[i]] = 2;
        }
        return nodes;
    }

    private int BestTail(int v)
    {
        int arg = None;
        double top = double.NegativeInfinity;
        for (int u = 0; u < words; u++)
            if (component[u] != v && (arg == None || value[v * words + u] > top)) (top, arg) = (value[v * words + u], u);
        return arg;
    }

    // Replaces the cycle on the path that begins at `first` by node `merged`, whose arcs are worth what they gain
    // over the arc of the cycle that they replace.
    private int Merge(int first, int merged, ref int depth)
    {
        int begin = depth - 1;
        while (path[begin] != first) begin--;
        for (int u = 0; u < words; u++) value[merged * words + u] = double.NegativeInfinity;
        for (int i = begin; i < depth; i++)
        {
            int m = path[i];
            double given = value[m * words + best[m]];
            parent[m] = merged;
            for (int u = 0; u < words; u++)
            {
                double gain = value[m * words + u] - given;
                if (!(gain > value[merged * words + u])) continue;
                value[merged * words + u] = gain;
                target[merged * words + u] = target[m * words + u];
            }
        }
        for (int u = 0; u < words; u++)
            if (parent[component[u]] == merged) component[u] = merged;
        depth = begin;
        return merged;
    }

    private void Expand(int n, int nodes, Span<int> heads)
    {
        // From the last contraction to the words: the arc into a node settles every node on the way to the word entered.
        Array.Clear(state);
        for (int v = nodes - 1; v > 0; v--)
        {
            if (v == 0 || state[v] != 0) continue;
            int word = target[v * n + best[v]];
            heads[word] = best[v];
            for (int x = word; x != None && state[x] == 0; x = parent[x]) state[x] = 1;
        }
    }
}
