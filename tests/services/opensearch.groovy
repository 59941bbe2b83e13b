// Starts one node in the folder and on the port it is given. The runner can be started without
// this, but then keeps to itself why a node does not start, and has only a hundred ports.

import org.codelibs.opensearch.runner.OpenSearchRunner

String home = args[0]
int port = args[1] as int

def runner = new OpenSearchRunner(maxHttpPort: -1)  // this port, not the next free one
runner.build("-basePath", home, "-confPath", home, "-numOfNode", "1", "-disableESLogger",
    "-baseHttpPort", "${port - 1}")  // it counts its nodes from one
addShutdownHook { runner.close() }
sleep(Long.MAX_VALUE)  // the node's own threads would let the program end
