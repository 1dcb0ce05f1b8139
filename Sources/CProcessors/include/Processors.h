#ifndef ASSAY_PROCESSORS_H
#define ASSAY_PROCESSORS_H

/// How many processors this process may use, at least 1.
long assay_processor_count(void);

#endif
